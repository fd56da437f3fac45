"""The manual as one HTML file that needs nothing beside it: pictures inside, light and dark, and paper."""

import base64
import html
import tomllib
from collections.abc import Mapping, Sequence
from itertools import groupby

from markdown_it.token import Token

import resources
from app.i18n import _
from app.version import VERSION
from handbook_chapters import CHAPTER, Chapter, picture_of, reader, tokens

LONGEST_WHOLE = 24  # letters; longer ones may not fit a narrow column
_ROLES = ("window", "surface", "raised", "border", "text", "muted", "accent", "accent_soft")
_NOTHING_FROM_OUTSIDE = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
)
_STYLE = """
:root { color-scheme: light dark; LIGHT }
@media (prefers-color-scheme: dark) { :root { DARK } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--surface); color: var(--text); display: grid;
  font: 1rem/1.55 "Noto Sans", system-ui, sans-serif; grid-template-columns: 17rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem 2rem 1.5rem;
  background: var(--window); border-right: 1px solid var(--border); }
nav p { margin: 1.2rem 0 .2rem; color: var(--muted); font-size: .85rem; }
nav strong { font-size: 1.15rem; }
nav a { display: block; padding: .2rem .5rem; border-radius: .3rem; color: var(--text);
  text-decoration: none; }
nav a:hover { background: var(--accent_soft); }
main { padding: 1rem 3rem 6rem; max-width: 58rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section { padding-top: 1.5rem; border-bottom: 1px solid var(--border); padding-bottom: 2rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
p, ul, ol { margin: .5rem 0 .9rem; }
li { margin: .2rem 0; }
code span { white-space: nowrap; }
code { background: var(--raised); box-decoration-break: clone; -webkit-box-decoration-break: clone;
  padding: .1em .3em; border-radius: .25em; font-size: .9em;
  font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--raised); padding: .8rem 1rem; border-radius: .4rem; overflow-x: auto; }
pre code { padding: 0; background: none; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.2rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
  border-bottom: 1px solid var(--border); }
th { color: var(--muted); font-size: .85rem; }
figure { margin: 1rem 0 1.4rem; }
img { max-width: 100%; height: auto; border: 1px solid var(--border); border-radius: .4rem; }
figcaption { color: var(--muted); font-size: .85rem; margin-top: .3rem; }
@media (max-width: 52rem) { body { display: block; }
  nav { position: static; height: auto; border: 0; columns: 2; column-gap: 1rem; padding-right: 1.5rem; }
  nav strong { display: block; column-span: all; } nav p, nav a { break-inside: avoid; }
  nav p { break-after: avoid; }
  main { padding: 1rem 1.2rem 4rem; } }
@media print { nav { display: none; } body { display: block; font-size: 10pt; }
  main { padding: 0; max-width: none; }
  section { break-before: page; border: 0; } figure, tr { break-inside: avoid; } }
"""


def manual_html(told: Sequence[Chapter], pictures: Mapping[str, bytes]) -> str:
    """The whole manual; `pictures` are PNG files by name. KeyError for a picture that is not there."""
    title = html.escape(_("Plumbline {version}: the manual").format(version=VERSION))
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            _NOTHING_FROM_OUTSIDE,
            f"<style>{_style()}</style>\n</head>\n<body>",
            _contents(told),
            "<main>",
            *(_section(chapter, pictures) for chapter in told),
            "</main>\n</body>\n</html>\n",
        )
    )


def _contents(told: Sequence[Chapter]) -> str:
    lines = [f'<nav aria-label="{html.escape(_("Contents"))}">', f"<strong>Plumbline {VERSION}</strong>"]
    for part, members in groupby(told, key=lambda chapter: chapter.part):
        lines.append(f"<p>{html.escape(part)}</p>")
        lines += [f'<a href="#{chapter.name}">{html.escape(chapter.title)}</a>' for chapter in members]
    return "\n".join((*lines, "</nav>"))


def _section(chapter: Chapter, pictures: Mapping[str, bytes]) -> str:
    written = reader()
    written.add_render_rule("code_inline", _code)
    body: list[str] = []
    run: list[Token] = []
    rest = iter(tokens(chapter))
    for token in rest:
        picture = picture_of(token) if token.type == "inline" else None
        if picture is None:
            run.append(token)
            continue
        run.pop()  # what opens the paragraph that the picture is, and next what closes it
        next(rest)
        body += [written.renderer.render(run, written.options, {}), _figure(*picture, pictures)]
        run = []
    body.append(written.renderer.render(run, written.options, {}))
    text = "".join(body).replace(f'href="{CHAPTER}', 'href="#')
    text = text.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")
    return f'<section id="{chapter.name}">\n<h1>{html.escape(chapter.title)}</h1>\n{text}</section>'


def _code(_renderer: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    """Options of a command stay whole: browsers end a line after any hyphen."""
    words = [html.escape(word) for word in tokens[at].content.split(" ")]
    kept = (f"<span>{word}</span>" if "-" in word and len(word) <= LONGEST_WHOLE else word for word in words)
    return f"<code>{' '.join(kept)}</code>"


def _figure(name: str, words: str, pictures: Mapping[str, bytes]) -> str:
    shown = base64.b64encode(pictures[name]).decode("ascii")
    alt = html.escape(words, quote=True)
    picture = f'<img src="data:image/png;base64,{shown}" alt="{alt}">'
    return f"<figure>{picture}<figcaption>{html.escape(words)}</figcaption></figure>\n"


def _style() -> str:
    return _STYLE.replace("LIGHT", _variables("light")).replace("DARK", _variables("dark"))


def _variables(look: str) -> str:
    colours = tomllib.loads(resources.read_text("theme", f"{look}.toml"))["colors"]
    return " ".join(f"--{role}: {colours[role]};" for role in _ROLES)
