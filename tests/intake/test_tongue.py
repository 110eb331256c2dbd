"""English passes, other languages are named, and short texts are given the benefit of the doubt."""

from __future__ import annotations

import pytest

from onrecord.intake.tongue import other_tongue

OTHERS = {
    "German": "Die Ministerin sagte am Dienstag in Bern, dass die Verhandlungen über das neue "
    "Abkommen verschoben werden. Der Sprecher der Opposition widersprach ihr und verlangte, dass "
    "der Rat noch in dieser Woche zusammentritt. Beide Seiten wollen sich am Freitag treffen.",
    "Spanish": "La ministra dijo el martes en Lima que las negociaciones sobre el nuevo acuerdo se "
    "aplazan. El portavoz de la oposición la contradijo y pidió que el consejo se reúna esta "
    "misma semana. Ambas partes quieren verse el viernes en la capital, según la agencia.",
    "Dutch": "De minister zei dinsdag in Utrecht dat de onderhandelingen over het nieuwe verdrag "
    "worden uitgesteld. De woordvoerder van de oppositie sprak haar tegen en eiste dat de raad "
    "nog deze week bijeenkomt. Beide partijen willen elkaar vrijdag in de hoofdstad ontmoeten.",
    "Chinese": "部长星期二在北京表示，新协议的谈判将推迟。反对派发言人不同意她的说法，" * 12,
    "Russian": "Министр заявила во вторник, что переговоры о новом соглашении откладываются. "
    "Представитель оппозиции возразил ей и потребовал, чтобы совет собрался на этой же неделе. "
    "Обе стороны хотят встретиться в пятницу в столице, сообщило агентство, и всё обсудить снова.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(language: str) -> None:
    assert other_tongue(OTHERS[language]) == language


def test_english() -> None:
    text = "The minister said on Tuesday that the talks about the treaty have been put off. " * 5
    assert other_tongue(text) is None


def test_english_without_function_words() -> None:
    text = (
        "Visits: Senator Ann Smith, Springfield, Monday, noon. Meeting with farmers follows. " * 5
    )
    assert other_tongue(text) is None


def test_too_short_to_judge() -> None:
    assert other_tongue("Bundeskanzlerin trifft Präsidenten") is None
