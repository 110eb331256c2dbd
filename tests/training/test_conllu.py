"""Reading CoNLL-U: ranges, empty nodes, paragraphs and white space."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.conllu import read_conllu

SAMPLE = """\
# newdoc id = one
# sent_id = one-1
# newpar
# text = She can't stay.
1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\tEntity=(1-person-new-nn-cf1-1-ana)
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tstay\tstay\tVERB\tVB\t_\t_\t_\t0:root\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = one-2
# newpar_block = p
# text = No.
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc
# sent_id = two-1
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    one, two = read_conllu(path)
    assert (one.id, two.id) == ("one", "sample-2")
    first, second = one.sentences
    assert first.words == ["She", "ca", "n't", "stay", "."]
    assert first.space_after == [True, False, True, False, True]
    assert first.heads == [3, 3, 3, 3, 3]
    assert first.deprels[3] == "root"
    assert first.xpos == ["PRP", "MD", "RB", "VB", "."]
    assert first.text == "She can't stay."
    assert first.misc[0].startswith("Entity=")
    assert (first.new_paragraph, second.new_paragraph) == (True, False)
    assert two.sentences[0].new_paragraph


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1\tYes\tyes", "3 columns"),
        ("1\tYes\tyes\tINTJ\tUH\t_\t7\tdep\t_\t_", "outside"),
    ],
)
def test_broken_lines_are_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text(f"# sent_id = b-1\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"b-1.*{message}"):
        read_conllu(path)
