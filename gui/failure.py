"""What happens when the program itself fails: it says so, and the report can be copied."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from parser import __version__

log = logging.getLogger(__name__)


class FailureHook(QObject):
    """Catches what nobody caught, on any thread, and shows it on the window's."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the place of Python's own hooks."""
        super().__init__(parent)
        self._showing = False
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("uncaught\n%s", text)
        sys.__excepthook__(kind, error, trace)
        self.failed.emit(text)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self._showing or QApplication.instance() is None:
            return
        self._showing = True
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("程序出错"))
        box.setText(self.tr("程序内部出了错，但已经做过的更正和结论都保存着。"))
        box.setInformativeText(
            self.tr("可以继续使用。请把“详细信息”里的文字复制给软件提供方；里面没有年报的内容。")
        )
        where = f"{__version__} · Qt {qVersion()} · Python {sys.version.split()[0]}"
        box.setDetailedText(f"{where} · {platform.platform()}\n\n{text}")
        box.finished.connect(self._on_closed)
        box.open()

    def _on_closed(self, _result: int) -> None:
        self._showing = False
