"""The kits printed by Debian's WeasyPrint in one Python process: python3 weasyprint-kits.py <list.json> <folder>"""
import json
import sys
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

listing, folder = sys.argv[1:3]
fonts = FontConfiguration()
for name in json.loads(Path(listing).read_text()):
    target = Path(folder, name).with_suffix(".pdf")
    target.parent.mkdir(parents=True, exist_ok=True)
    page = Path(listing).parent / "html" / f"{name}.html"
    HTML(filename=str(page)).write_pdf(str(target), font_config=fonts, presentational_hints=True)
