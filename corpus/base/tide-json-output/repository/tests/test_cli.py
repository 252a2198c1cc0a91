from tides.cli import main


def test_a_day_of_brest(capsys):
    assert main(["brest", "2025-03-01"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_unknown_harbor(capsys):
    assert main(["atlantis", "2025-03-01"]) == 1
    assert capsys.readouterr().err == "tides: no harbor 'atlantis'\n"
