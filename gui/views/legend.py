"""What the colours and icons mean, in one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.theme import MISSING, UNREAD, swatch, tones
from gui.views.icons import CORRECTED, SEVERITY_ICONS, SUSPECT, picture
from parser.model import Severity

SIZE = 13


class Legend(QWidget):
    """A row of samples, repainted with the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName(self.tr("图例"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        self._pictures: list[QLabel] = []
        for text, tip in (
            (self.tr("错误"), self.tr("不合规定或勾稽不成立，必须处理")),
            (self.tr("疑点"), self.tr("看起来不对，需要人来判断")),
            (self.tr("提示"), self.tr("只是告知，通常不必处理")),
            (self.tr("已更正"), self.tr("上面是原文，下面是更正")),
            (self.tr("建议改动"), self.tr("改动这一格可使勾稽成立；只是建议")),
            (
                self.tr("缺行"),
                self.tr("报告里没有这一行、这一格或这张表；空白的格留空，不等于 0"),
            ),
            (
                self.tr("未读"),
                self.tr("这里没有读出，不作判断，不算缺报；请对照原件，把数补录进来"),
            ),
        ):
            image, label = QLabel(self), QLabel(text, self)
            image.setToolTip(tip)
            label.setToolTip(tip)
            font = label.font()
            font.setPointSizeF(max(7.5, font.pointSizeF() - 1))
            label.setFont(font)
            self._pictures.append(image)
            row.addWidget(image)
            row.addWidget(label)
            row.addSpacing(8)
        row.addStretch(1)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the samples again where the palette became another."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        colours = tones(self.palette())
        ratio = self.devicePixelRatioF()
        images = [
            picture(SEVERITY_ICONS[severity], colours.of(severity).ink.rgba(), SIZE, ratio)
            for severity in Severity
        ]
        images.append(picture(CORRECTED, colours.corrected.ink.rgba(), SIZE, ratio))
        images.append(picture(SUSPECT, colours.suspect.ink.rgba(), SIZE, ratio))
        images.append(swatch(colours.missing, SIZE, hatch=MISSING))
        images.append(swatch(colours.info, SIZE, hatch=UNREAD))
        for label, image in zip(self._pictures, images, strict=True):
            label.setPixmap(image)
