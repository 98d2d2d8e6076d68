// What leans on Material for MkDocs: its script asks for the index of the search on every page. That request waits here
// until somebody searches. This script stands directly before the theme's.
(() => {
  "use strict";

  const INDEX = /\/search\/search_index\.json$/;
  const SEARCHED = "input#__search, [data-md-component='search'] *";
  const { prototype } = XMLHttpRequest;
  const { open, send } = prototype;
  // A page that a search led to marks what was searched for, by the same index.
  const query = new URLSearchParams(location.search);
  const isAsked = query.has("q") || query.has("h");

  const wait = (request) => {
    const begin = ({ target }) => {
      if (!target.matches(SEARCHED)) return;
      ["focusin", "change"].forEach((kind) => removeEventListener(kind, begin));
      send.call(request);
    };
    // Its own `send`, which the theme calls next.
    request.send = () => ["focusin", "change"].forEach((kind) => addEventListener(kind, begin));
  };

  const restore = () => {
    prototype.open = open;
  };

  if (isAsked) return;
  prototype.open = function (method, address, ...more) {
    open.call(this, method, address, ...more);
    if (!INDEX.test(new URL(address, document.baseURI).pathname)) return;
    restore();
    wait(this);
  };
  // The theme asks while its script runs, before the page is ready, or not at all.
  addEventListener("DOMContentLoaded", restore, { once: true });
})();
