"""GET /: a page to try the cleaner on, without any part from elsewhere."""

from flask import Blueprint, Response, make_response, render_template

from bodycopy import labels
from bodycopy.web.service import service

blueprint = Blueprint("page", __name__)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@blueprint.get("/")
def page() -> Response:
    """The page."""
    groups = {"kept": labels.KEPT, "metadata": labels.METADATA, "boilerplate": labels.BOILERPLATE}
    html = render_template(
        "page.html", groups=groups, max_bytes=service().settings.max_bytes, ruleset=service().cleaner.ruleset
    )
    response = make_response(html)
    response.headers["Content-Security-Policy"] = POLICY
    return response
