"""Lines of `must_hold`: each is read as what it says, and printed so that it reads the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.date import parse_date
from factpress.records.figure import parse_figure
from factpress.records.must_hold import MOST_CHARACTERS, Term, parse_relation
from factpress.records.unreadable import Unreadable

WHEN = Term(name="when")


@pytest.mark.parametrize(
    ("text", "left", "operator", "right"),
    [
        ("killed = 3", [Term(name="killed")], "=", [Term(literal=parse_figure("3"))]),
        (
            "strikes-on-kataib-hezbollah.when after when",
            [Term(claim="strikes-on-kataib-hezbollah", name="when")],
            "after",
            [WHEN],
        ),
        (
            "killed = us-deaths.killed + uk-deaths.killed",
            [Term(name="killed")],
            "=",
            [Term(claim="us-deaths", name="killed"), Term(claim="uk-deaths", name="killed")],
        ),
        (
            "when - other.when <= 30 days",
            [Term(name="when"), Term(claim="other", name="when", minus=True)],
            "<=",
            [Term(literal=parse_figure("30 days"))],
        ),
        ("when during 2020-03-16/2020-03-19", [WHEN], "during", [Term(literal=parse_date("2020-03-16/2020-03-19"))]),
        ("when before 2020-03-11T19:35:00Z", [WHEN], "before", [Term(literal=parse_date("2020-03-11T19:35:00Z"))]),
        ("rockets_1 > at least 15", [Term(name="rockets_1")], ">", [Term(literal=parse_figure("at least 15"))]),
        ("rockets >= dozens", [Term(name="rockets")], ">=", [Term(literal=parse_figure("dozens"))]),
        ("cost < USD 1.7 million", [Term(name="cost")], "<", [Term(literal=parse_figure("USD 1.7 million"))]),
        ("2020-03-11.killed = 3", [Term(claim="2020-03-11", name="killed")], "=", [Term(literal=parse_figure("3"))]),
        ("march = 3", [Term(name="march")], "=", [Term(literal=parse_figure("3"))]),
    ],
)  # fmt: skip
def test_a_line_is_read_and_printed(text: str, left: list[Term], operator: str, right: list[Term]) -> None:
    relation = parse_relation(text)
    assert (relation.left, relation.operator, relation.right) == (tuple(left), operator, tuple(right))
    assert relation.terms == (*left, *right)
    assert str(relation) == text
    assert parse_relation(str(relation)) == relation


NO_COMPARISON = "is not one comparison"
NO_VALUE = "is neither a figure's name nor a value"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", NO_COMPARISON, id="nothing"),
        pytest.param("when", NO_COMPARISON, id="a side alone"),
        pytest.param("killed=3", NO_COMPARISON, id="no spaces"),
        pytest.param("killed == 3", NO_COMPARISON, id="two equals signs"),
        pytest.param("killed != 3", NO_COMPARISON, id="another language's sign"),
        pytest.param("1 < killed < 3", NO_COMPARISON, id="two comparisons"),
        pytest.param("when follows other.when", NO_COMPARISON, id="an unknown word"),
        pytest.param("when BEFORE other.when", NO_COMPARISON, id="an operator in capitals"),
        pytest.param("killed = 3 and hurt = 4", NO_COMPARISON, id="two lines in one"),
        pytest.param("= 3", NO_COMPARISON, id="no left side"),
        pytest.param(" = 3", "a side of the comparison is empty", id="an empty left side"),
        pytest.param("killed = ", "a side of the comparison is empty", id="an empty right side"),
        pytest.param("killed = 3 + ", f"`3 +` {NO_VALUE}", id="a sum without its end"),
        pytest.param("killed = a * b", f"`a * b` {NO_VALUE}", id="a product"),
        pytest.param("killed = (3)", f"`(3)` {NO_VALUE}", id="a bracket"),
        pytest.param("Killed = 3", f"`Killed` {NO_VALUE}", id="a name in capitals"),
        pytest.param("other.claim.killed = 3", f"`other.claim.killed` {NO_VALUE}", id="two points"),
        pytest.param("other-claim = 3", f"`other-claim` {NO_VALUE}", id="a claim without its figure"),
        pytest.param("when = 2020-02-30", f"`2020-02-30` {NO_VALUE}: there is no day 30", id="no such day"),
        pytest.param("when = __import__('os')", f"`__import__('os')` {NO_VALUE}", id="code"),
        pytest.param("killed = \u202e3", f"`U+202E3` {NO_VALUE}", id="an override is spelt"),
        pytest.param("a" * 401, "the line has 401 characters, at most 400", id="too long"),
        pytest.param("(" * 100_000, "the line has 100,000 characters", id="brackets by the hundred thousand"),
    ],
)
def test_what_is_no_line(text: str, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_relation(text)
    assert says in refused.value.message
    assert refused.value.help
    assert "(" not in refused.value.help


TERMS = st.one_of(
    st.sampled_from(["when", "killed", "a_1", "x.when", "taji-deaths.killed", "2.d"]),
    st.sampled_from(
        ["3", "1,234.5", "about 18", "200 to 900", "USD 1.7 million", "12.5 %", "30 days", "4th", "dozens"]
    ),
    st.sampled_from(["2020-03", "2020-03-11~", "2020-03-XX", "2020-03-26/..", "2020-03-16 to 2020-03-17", "201X"]),
)
SIDES = st.lists(st.tuples(st.sampled_from([" + ", " - "]), TERMS), min_size=1, max_size=4).map(
    lambda pieces: "".join(sign + term for sign, term in pieces)[3:]
)


@given(SIDES, st.sampled_from(["=", "<", "<=", ">", ">=", "before", "after", "during"]), SIDES)
def test_printing_and_reading_give_the_same_line(left: str, operator: str, right: str) -> None:
    relation = parse_relation(f"{left} {operator} {right}")
    assert relation.operator == operator
    assert parse_relation(str(relation)) == relation


@given(st.text(st.sampled_from("ab1.-+=<> %~/X_(\u0661"), max_size=MOST_CHARACTERS))
def test_a_line_is_read_or_unreadable(text: str) -> None:
    try:
        relation = parse_relation(text)
    except Unreadable as refused:
        assert refused.help
    else:
        assert relation.left and relation.right
