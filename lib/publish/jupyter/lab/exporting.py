"""What "Save and Export Notebook As" gives: HTML that needs nothing else, and PDF by a browser.

Formats that need programs which are not there (pandoc, LaTeX) or other people's servers are not
offered. HTML is cleaned of scripts, as the dialog asks by default, but keeps drawings and tables.
"""

import html
import os
import pathlib
import subprocess
import tempfile

import bleach
import nbconvert.exporters
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, ALLOWED_SVG_PROPERTIES, CSSSanitizer
from nbconvert.exporters import HTMLExporter

from saving import with_remembered_outputs

NEEDS_MORE = (
    ["ASCIIDocExporter", "LatexExporter", "RSTExporter", "SlidesExporter"]
    + ["QtPDFExporter", "QtPNGExporter", "WebPDFExporter", "PythonExporter"]
)

HTML_TAGS = (
    "a abbr article aside b blockquote br caption code col colgroup dd del details dfn div dl dt em "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s "
    "samp section small span strong style sub summary sup table tbody td tfoot th thead time tr u ul "
    "var wbr"
).split()
SVG_TAGS = (
    "circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon "
    "polyline radialGradient rect stop svg symbol text textPath title tspan use"
).split()


STYLES = {*ALLOWED_CSS_PROPERTIES, *ALLOWED_SVG_PROPERTIES} | set(
    "background border display margin max-width min-width overflow-x padding white-space".split()
)


def harmless(_tag, name, value):
    """Whether an attribute can do nothing: it is no script, and points to nothing but a place."""
    if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "background"):
        return False
    if name in ("href", "src", "xlink:href"):
        return value.startswith(("#", "https:", "http:", "mailto:", "data:image/", "data:text/csv;"))
    return True


class Styles(CSSSanitizer):
    """Reads what a style attribute says; bleach hands it over as it is written, `&quot;` and all."""

    def sanitize_css(self, style):
        return super().sanitize_css(html.unescape(style))


def clean_html(element):
    """HTML with drawings and tables, and without anything that could run."""
    return bleach.clean(
        element.decode() if isinstance(element, bytes) else str(element),
        tags=HTML_TAGS + SVG_TAGS,
        attributes=harmless,
        css_sanitizer=Styles(allowed_css_properties=STYLES),
    )


class PageExporter(HTMLExporter):
    """A notebook with the outputs that are on the screen, in the house's style."""

    def default_filters(self):
        yield from super().default_filters()
        yield "clean_html", clean_html

    def from_notebook_node(self, nb, resources=None, **kw):
        metadata = (resources or {}).get("metadata", {})
        place = os.path.join(metadata.get("path", ""), f"{metadata.get('name')}.ipynb")
        return super().from_notebook_node(with_remembered_outputs(nb, place), resources, **kw)


class PrintExporter(PageExporter):
    """The same page, printed by a browser."""

    export_from_notebook = "PDF"
    output_mimetype = "application/pdf"
    browser = None

    def from_notebook_node(self, nb, resources=None, **kw):
        text, resources = super().from_notebook_node(nb, resources, **kw)
        with tempfile.TemporaryDirectory() as folder:
            page, pdf = pathlib.Path(folder, "page.html"), pathlib.Path(folder, "page.pdf")
            page.write_text(text, encoding="utf-8")
            options = [
                *["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"],
                *["--disable-background-networking", "--disable-component-update"],
                *[f"--user-data-dir={folder}", f"--print-to-pdf={pdf}"],
                # Linux lets no browser of root's have its sandbox.
                *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
            ]
            subprocess.run(
                [self.browser, *options, page.as_uri()],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=120,
            )
            resources["output_extension"] = ".pdf"
            return pdf.read_bytes(), resources


def register_exporters(config, browser):
    """Puts ours in the place of nbconvert's own, which finds its exporters by their names.

    browser: the program that prints; without one, PDF is not offered
    """
    PrintExporter.browser = browser
    nbconvert.exporters.HTMLExporter = PageExporter
    nbconvert.exporters.PDFExporter = PrintExporter
    for name in NEEDS_MORE + ([] if browser else ["PrintExporter"]):
        config[name].enabled = False

    templates = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
    config.HTMLExporter.extra_template_basedirs = [templates]
    config.HTMLExporter.template_name = "exported"
    config.HTMLExporter.language_code = "zh"
    config.HTMLExporter.exclude_anchor_links = True
