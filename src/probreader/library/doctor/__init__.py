"""The state of a library file, and what can be done for a damaged one. Nothing here ever writes over such a file."""

from probreader.library.doctor.examining import examine
from probreader.library.doctor.indexing import rebuild_index
from probreader.library.doctor.salvaging import salvage
from probreader.library.doctor.values import Finding, Report, Salvaged

__all__ = ["Finding", "Report", "Salvaged", "examine", "rebuild_index", "salvage"]
