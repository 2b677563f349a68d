"""Word documents of every age: docx, doc, wps, rtf and the XML of 2003."""
