"""``doctor``: the state of the library, its index built anew, and what can be saved of a damaged one."""

from pathlib import Path

from probreader import __version__
from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.output import complain, emit, emit_json
from probreader.domain.clean import clean_line
from probreader.library import doctor as ward
from probreader.paths import library_path


def doctor(arguments: Arguments) -> ExitCode:
    """Examine the library; with options rebuild its index, or save what can be read of it, before."""
    path = library_path(arguments.library)
    if arguments.salvage is not None:
        return _salvage(path, Path(arguments.salvage), is_json=arguments.json)
    if arguments.rebuild_index:
        ward.rebuild_index(path)
        complain("the index was built anew")
    report = ward.examine(path)
    if arguments.json:
        emit_json(_object(report))
    else:
        emit(_lines(report))
    if report.is_newer or [item.code for item in report.findings] == ["busy"]:
        return ExitCode.LIBRARY_UNAVAILABLE
    return ExitCode.FAILURE if report.findings else ExitCode.OK


def _salvage(path: Path, target: Path, *, is_json: bool) -> ExitCode:
    saved = ward.salvage(path, target)
    if is_json:
        emit_json(
            {
                "library": str(saved.target),
                "backup": str(saved.backup),
                "saved": dict(saved.rows),
                "lost": list(saved.lost),
            }
        )
    else:
        emit([f"{clean_line(str(path))} was left as it is; a copy of it is {clean_line(str(saved.backup))}"])
        emit(f"{count:>12,}  {name}" for name, count in saved.rows.items())
        emit(f"lost: {sentence}" for sentence in saved.lost)
        emit([f"What could be read is in {clean_line(str(saved.target))}. Read your sources into it again."])
    return ExitCode.FAILURE if saved.lost else ExitCode.OK


def _object(report: ward.Report) -> dict[str, object]:
    return {
        "library": str(report.path),
        "versions": {"probreader": __version__, "library": report.version, "sqlite": report.sqlite},
        "bytes": dict(report.sizes),
        "rows": dict(report.rows),
        "findings": [{"code": item.code, "message": item.message} for item in report.findings],
    }


def _lines(report: ward.Report) -> list[str]:
    version = "unknown" if report.version is None else str(report.version)
    return [
        clean_line(str(report.path)),
        f"probreader {__version__}, library version {version}, SQLite {report.sqlite}",
        *(f"{size:>16,} bytes  {name}" for name, size in report.sizes.items()),
        *(f"{count:>16,}  {name}" for name, count in report.rows.items()),
        *(f"{item.code}: {item.message}" for item in report.findings),
        *([] if report.findings else ["no fault found"]),
    ]
