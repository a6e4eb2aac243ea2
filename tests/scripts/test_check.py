"""The runner of the checks runs all of them and tells how each ended."""

from scripts.check import CHECKS, Check, Verdict, command, judge, main, report


def test_a_program_that_succeeds_has_no_faults():
    assert command("python", "-c", "print('fine')")() == []


def test_a_program_that_fails_is_quoted():
    assert command("python", "-c", "import sys; print('line 3: wrong'); sys.exit(1)")() == ["line 3: wrong"]


def test_a_program_that_fails_silently_is_a_fault():
    assert command("python", "-c", "raise SystemExit(3)")() == [
        "python -c raise SystemExit(3) ended with 3 and said nothing"
    ]


def test_a_missing_program_fails_its_check():
    verdict = judge(Check("tool", command("guichet-no-such-tool")))

    assert "guichet-no-such-tool" in verdict.faults[0]


def test_the_report_names_every_check_and_counts_the_failures():
    text = report([Verdict("types", [], 1.04), Verdict("house", ["kiosk/a.py:1: print"], 0.1)])

    assert text.splitlines() == [
        "pass  types (1.0 s)",
        "FAIL  house (0.1 s)",
        "      kiosk/a.py:1: print",
        "1 of 2 checks failed: house",
    ]


def test_an_unknown_check_is_refused_with_the_list(capsys):
    assert main(["hous"]) == 2
    assert "there is no check hous" in capsys.readouterr().err


def test_no_two_checks_share_a_name():
    names = [check.name for check in CHECKS]

    assert len(set(names)) == len(names)
