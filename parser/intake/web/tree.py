"""The characters of a page to a tree of elements. Nothing in a page is ever fetched."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from parser.errors import Unreadable
from parser.intake.characters import normal
from parser.intake.web.flatten import flattened
from parser.intake.web.scripted import written_out

_DECLARATION = re.compile(r"<\?xml[^>]*\?>", re.I)


def parsed(source: str) -> HtmlElement:
    """Return the tree of a page that is already decoded; raises `Unreadable` for an empty one."""
    source = written_out(_DECLARATION.sub("", normal(source)))
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(flattened(source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable("网页是空的，或者已损坏。") from error
    return root
