// On the list of claims: filters and sorting by the list's index. Without this script, or the index, the list stays.
(() => {
  "use strict";

  const SIZE = 100;
  const MOST_SUGGESTED = 50;
  const PAUSE = 200;
  const CHOSEN = { standing: "Standing", topic: "Topic", year: "Year" };
  const NAMED = { source: "Source", entity: "Person, organization, place or event" };
  const FACETS = ["verdict", ...Object.keys(CHOSEN), ...Object.keys(NAMED)];
  const SORTS = {
    topic: ["Topic", "by topic"],
    date: ["Newest date", "newest first"],
    oldest: ["Oldest date", "oldest first"],
    verdict: ["Verdict", "by verdict"],
    words: ["Words", "in alphabetical order"],
  };
  const KEYS = [...FACETS, "words", "sort", "page"];
  const FOLDED = KEYS.filter((key) => key !== "verdict" && key !== "page");

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const nothing = () => ({ ...Object.fromEntries(FACETS.map((facet) => [facet, ""])), words: "", sort: "topic", page: 1 });

  const begin = (list, { ending, tables, claims }) => {
    const all = claims.id.map((_, n) => n);
    const places = Object.fromEntries(
      FACETS.map((facet) => [facet, new Map(tables[facet].map(([id], n) => [id, n]))]),
    );
    const names = Object.fromEntries(FACETS.map((facet) => [facet, tables[facet].map(([, name]) => folded(name))]));
    const count = document.querySelector(".fp-count");
    const whole = count.textContent;
    const facets = document.querySelector(".fp-facets");
    const results = element("div", { class: "fp-results", hidden: "" });
    const marks = new Map(
      [...facets.querySelectorAll("[data-verdict]")].map((each) => [each.dataset.verdict, each.querySelector("svg")]),
    );
    const more = facets.querySelector(".fp-more");
    const summary = more.querySelector("summary");
    const controls = {};
    const passed = {};
    let state = nothing();
    let typing = "";
    let texts = null;

    // What is in the address, and nothing that names nothing.
    const read = () => {
      const query = new URLSearchParams(location.search);
      const found = nothing();
      FACETS.forEach((facet) => {
        const id = query.get(facet) ?? "";
        found[facet] = places[facet].has(id) ? id : "";
      });
      found.words = (query.get("words") ?? "").slice(0, 200);
      found.sort = Object.hasOwn(SORTS, query.get("sort") ?? "") ? query.get("sort") : "topic";
      found.page = /^[1-9][0-9]{0,5}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1;
      return found;
    };

    // One step of going back for each change; words that are still being typed are one change.
    const write = (kind = "") => {
      const query = new URLSearchParams(location.search);
      const usual = nothing();
      KEYS.forEach((key) => (state[key] === usual[key] ? query.delete(key) : query.set(key, state[key])));
      const address = location.pathname + (String(query) && `?${query}`);
      if (address !== location.pathname + location.search) {
        history[kind && kind === typing ? "replaceState" : "pushState"](null, "", address);
        typing = kind;
      }
    };

    const sorted = (() => {
      const made = { topic: all };
      const by = (key) => [...all].sort((one, other) => key(one) - key(other) || one - other);
      const make = {
        date: () => by((n) => -claims.day[n]),
        oldest: () => by((n) => claims.day[n] || Infinity),
        verdict: () => by((n) => claims.verdict[n]),
        words: () => {
          const { compare } = new Intl.Collator(document.documentElement.lang || "en");
          return [...all].sort((one, other) => compare(claims.words[one], claims.words[other]) || one - other);
        },
      };
      return (name) => (made[name] ??= make[name]());
    })();

    const matching = () => {
      const wanted = FACETS.filter((facet) => state[facet]).map((facet) => [
        claims[facet],
        places[facet].get(state[facet]),
      ]);
      const words = folded(state.words).split(/\s+/).filter(Boolean);
      if (words.length) texts ??= all.map((n) => folded([claims.words[n], claims.claim[n], claims.id[n]].join(" ")));
      return sorted(state.sort).filter(
        (n) =>
          wanted.every(([column, place]) =>
            Array.isArray(column[n]) ? column[n].includes(place) : column[n] === place,
          ) && words.every((word) => texts[n].includes(word)),
      );
    };

    const row = (n) => {
      const name = (facet) => tables[facet][claims[facet][n]][1];
      const mark = marks.get(tables.verdict[claims.verdict[n]][0])?.cloneNode(true) ?? "";
      const status = [name("verdict"), name("standing"), claims.when[n]].filter(Boolean).join(" · ");
      return element(
        "li",
        {},
        element("span", { class: "fp-status" }, mark, status),
        " ",
        element("a", { href: `./${encodeURIComponent(claims.id[n])}${ending}` }, claims.words[n]),
      );
    };

    const rows = (shown) => {
      const made = [];
      let topic = -1;
      shown.forEach((n) => {
        const heads = state.sort === "topic" && claims.topic[n] !== topic;
        if (heads) made.push(element("h2", {}, tables.topic[claims.topic[n]][1]));
        if (heads || !made.length) made.push(element("ul", { class: "fp-list" }));
        topic = claims.topic[n];
        made.at(-1).append(row(n));
      });
      return made;
    };

    const pages = (last) => {
      const button = (page, words, attributes = {}) => {
        const made = element("button", { type: "button", ...attributes }, words);
        made.addEventListener("click", () => {
          state.page = page;
          write();
          show();
          // The button is gone with its list.
          count.focus();
          count.scrollIntoView();
        });
        return element("li", {}, made);
      };
      const near = [1, ...[-2, -1, 0, 1, 2].map((step) => state.page + step), last];
      const numbers = [...new Set(near)].filter((page) => page >= 1 && page <= last).sort((a, b) => a - b);
      const items = [];
      if (state.page > 1) items.push(button(state.page - 1, "Previous page"));
      numbers.forEach((page, at) => {
        if (at && page > numbers[at - 1] + 1) items.push(element("li", {}, "…"));
        const current = page === state.page ? { "aria-current": "page" } : {};
        items.push(button(page, String(page), { "aria-label": `Page ${page}`, ...current }));
      });
      if (state.page < last) items.push(button(state.page + 1, "Next page"));
      return element("nav", { class: "fp-pages", "aria-label": "Pages of this list" }, element("ul", {}, ...items));
    };

    const said = (found, start) => {
      const number = (count) => count.toLocaleString("en");
      const of = found === all.length ? "" : `${number(found)} of `;
      const noun = all.length === 1 ? "claim" : "claims";
      const last = Math.min(found, start + SIZE);
      const part = found > SIZE ? `; here ${number(start + 1)} to ${number(last)}` : "";
      const count = found
        ? `${of}${number(all.length)} ${noun}, ${SORTS[state.sort][1]}${part}.`
        : `None of ${number(all.length)} ${noun} has all that.`;
      const over = Object.entries(passed).map(([facet, text]) => ` “${text}” is no ${facet}'s name.`);
      return count + over.join("");
    };

    const show = () => {
      const focused = document.activeElement;
      const isLost = list.contains(focused) || results.contains(focused);
      const usual = nothing();
      const filtered = KEYS.some((key) => state[key] !== usual[key]);
      if (filtered) {
        const found = matching();
        const last = Math.max(1, Math.ceil(found.length / SIZE));
        state.page = Math.min(state.page, last);
        const start = (state.page - 1) * SIZE;
        results.replaceChildren(...rows(found.slice(start, start + SIZE)), ...(last > 1 ? [pages(last)] : []));
        count.textContent = said(found.length, start);
      } else {
        results.replaceChildren();
        count.textContent = Object.keys(passed).length ? said(all.length, 0) : whole;
      }
      chips.forEach((chip, id) => chip.setAttribute("aria-pressed", String(id === state.verdict)));
      const hidden = FOLDED.filter((key) => state[key] !== usual[key]).length;
      summary.textContent = hidden ? `Filter and sort (${hidden} chosen)` : "Filter and sort";
      list.hidden = filtered;
      results.hidden = !filtered;
      if (isLost) count.focus();
    };

    const fill = () => {
      KEYS.forEach((key) => {
        if (!controls[key]) return;
        controls[key].value = key in NAMED && state[key] ? tables[key][places[key].get(state[key])][1] : state[key];
        controls[key].removeAttribute("aria-invalid");
        delete passed[key];
      });
    };

    const changed = (kind = "") => {
      state.page = 1;
      write(kind);
      show();
    };

    // The links to the lists of verdicts become buttons of the same size, so that nothing moves.
    const chips = new Map(
      [...facets.querySelectorAll("[data-verdict]")].map((item) => {
        const { verdict } = item.dataset;
        const made = element("button", { type: "button", class: "fp-chip", "aria-pressed": "false" });
        made.addEventListener("click", () => {
          state.verdict = state.verdict === verdict ? "" : verdict;
          changed();
        });
        return [verdict, made];
      }),
    );

    const field = (key, label, control, ...more) => {
      controls[key] = control;
      control.id = `fp-${key}`;
      return element("div", { class: "fp-field" }, element("label", { for: control.id }, label), control, ...more);
    };

    const select = (key, label, options) => {
      const made = element("select", {}, ...options.map(([value, words]) => element("option", { value }, words)));
      made.addEventListener("change", () => {
        state[key] = made.value;
        changed();
      });
      return field(key, label, made);
    };

    const chosen = (facet) => {
      const uses = tables[facet].map(() => 0);
      claims[facet].flat().forEach((place) => (uses[place] += 1));
      const options = tables[facet].map(([id, name], n) => [id, `${name} (${uses[n]})`]);
      return select(facet, CHOSEN[facet], [["", "Any"], ...options]);
    };

    const named = (facet) => {
      const suggestions = element("datalist", { id: `fp-${facet}-names` });
      const made = element("input", { type: "text", list: suggestions.id, autocomplete: "off", spellcheck: "false" });
      const suggest = () => {
        const text = folded(made.value);
        const near = [];
        for (let n = 0; n < names[facet].length && near.length < MOST_SUGGESTED; n += 1) {
          if (names[facet][n].includes(text)) near.push(element("option", { value: tables[facet][n][1] }));
        }
        suggestions.replaceChildren(...near);
      };
      // The whole name, or at the end of typing what only one name has.
      const choose = (isDone) => {
        const text = folded(made.value);
        const holding = isDone && text ? names[facet].flatMap((name, n) => (name.includes(text) ? [n] : [])) : [];
        let place = tables[facet].findIndex(([, name]) => name === made.value.trim());
        if (place < 0) place = names[facet].indexOf(text);
        if (place < 0 && holding.length === 1) [place] = holding;
        const isPassed = isDone && Boolean(text) && place < 0;
        if (isPassed) passed[facet] = made.value.trim();
        else delete passed[facet];
        if (isPassed) made.setAttribute("aria-invalid", "true");
        else made.removeAttribute("aria-invalid");
        if (isDone && place >= 0) made.value = tables[facet][place][1];
        const id = text && place >= 0 ? tables[facet][place][0] : "";
        if (id !== state[facet]) {
          state[facet] = id;
          changed(facet);
        } else if (isDone) show();
      };
      made.addEventListener("focus", () => {
        typing = "";
        suggest();
      });
      made.addEventListener("input", () => {
        suggest();
        choose(false);
      });
      made.addEventListener("change", () => choose(true));
      return field(facet, NAMED[facet], made, suggestions);
    };

    const words = () => {
      const made = element("input", { type: "text", autocomplete: "off", maxlength: "200" });
      let wait = 0;
      const take = () => {
        clearTimeout(wait);
        if (made.value !== state.words) {
          state.words = made.value;
          changed("words");
        }
      };
      made.addEventListener("input", () => {
        clearTimeout(wait);
        wait = setTimeout(take, PAUSE);
      });
      made.addEventListener("change", take);
      made.addEventListener("focus", () => (typing = ""));
      return field("words", "Words of the claim", made);
    };

    const form = () => {
      const clear = element("button", { type: "button", class: "fp-clear" }, "Clear all");
      clear.addEventListener("click", () => {
        state = nothing();
        fill();
        changed();
      });
      const made = element(
        "form",
        { class: "fp-filter", "aria-label": "Filter and sort the claims" },
        ...Object.keys(CHOSEN).map(chosen),
        ...Object.keys(NAMED).map(named),
        words(),
        select("sort", "Sort by", Object.entries(SORTS).map(([value, [label]]) => [value, label])),
        clear,
      );
      made.addEventListener("submit", (event) => event.preventDefault());
      return made;
    };

    const restore = () => {
      typing = "";
      state = read();
      fill();
      show();
    };

    count.setAttribute("role", "status");
    count.setAttribute("aria-live", "polite");
    count.tabIndex = -1;
    const focused = document.activeElement;
    chips.forEach((chip, id) => {
      const [link] = facets.querySelector(`[data-verdict="${CSS.escape(id)}"]`).children;
      const isLost = link === focused;
      chip.append(...link.childNodes);
      link.replaceWith(chip);
      if (isLost) chip.focus();
    });
    const isFolded = focused !== summary && more.contains(focused);
    more.replaceChildren(summary, form());
    list.after(results);
    if (isFolded) summary.focus();
    addEventListener("popstate", restore);
    restore();
  };

  const list = document.querySelector("[data-index]");
  if (list) {
    fetch(list.dataset.index)
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null)
      .then((index) => index && begin(list, index));
  }
})();
