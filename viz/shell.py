"""pyvis as the shell of the page: its network, options and vis-network, in a template of our own."""

from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, select_autoescape

from viz import files
from viz.pack import digest, script_json


def render(index: str, blocks: list[str], iris: str, *, served: bool = False) -> str:
    """Return the page; everything that comes from articles is in the packed parts."""
    from pyvis.network import Network  # noqa: PLC0415 - loads IPython, a second that only this needs

    shell = Network(directed=True, cdn_resources="in_line")
    shell.options = files.data("options.json")
    shell.templateEnv = Environment(
        loader=ChoiceLoader([FileSystemLoader(files.FOLDER), shell.templateEnv.loader]),
        autoescape=select_autoescape(),
        keep_trailing_newline=True,
    )
    shell.templateEnv.globals.update(parts(shell, index, blocks, iris), served=served)
    shell.path = "page.html"
    return str(shell.generate_html())


def parts(shell: Any, index: str, blocks: list[str], iris: str) -> dict[str, Any]:  # noqa: ANN401 - pyvis has no types
    """Return what the template puts in: styles, scripts and data, each as it stands in the page."""
    source, _, _ = shell.templateEnv.loader.get_source(shell.templateEnv, "lib/vis-9.1.2/vis-network.min.js")
    scripts = [defused(source), files.joined("js")]
    style = files.joined("css")
    return {
        "style": style,
        "scripts": scripts,
        "policy": policy([style], scripts),
        "messages": script_json(files.data("messages.json")),
        "look": script_json(files.data("look.json")),
        "index": index,
        "blocks": blocks,
        "iris": iris,
    }


def defused(script: str) -> str:
    """Return a script without the marks that would end its element or name files that are not there."""
    kept = [line for line in script.split("\n") if not line.startswith("//# sourceMappingURL")]
    return "\n".join(kept).replace("</script", "<\\/script") + "\n"


def policy(styles: list[str], scripts: list[str]) -> str:
    """Return a Content-Security-Policy that allows these styles and scripts, pictures of our own, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(digest, scripts)),
            "style-src " + " ".join(map(digest, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
