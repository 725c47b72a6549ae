"use strict";

const byId = (id) => document.getElementById(id);
const groups = JSON.parse(byId("groups").content.textContent);
const groupOf = new Map();
const turnOf = new Map();
for (const [group, labels] of Object.entries(groups)) {
  labels.forEach((label, index) => {
    groupOf.set(label, group);
    turnOf.set(label, Math.round(((index + 0.5) / labels.length - 0.5) * 60));
  });
}

let reasons = null; // rule id -> why, fetched with the first result
async function whys() {
  if (reasons === null) {
    const response = await fetch("v1/rules");
    const rules = response.ok ? (await response.json()).rules : [];
    reasons = new Map(rules.map((rule) => [rule.id, rule.why]));
  }
  return reasons;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function written(value) {
  if (Array.isArray(value)) return value.map(written).join("\n");
  if (value === null || typeof value !== "object") return String(value);
  return Object.values(value).filter((part) => part !== null).join(" · ");
}

function showMetadata(metadata) {
  const list = byId("metadata");
  list.replaceChildren();
  const { sources, ...values } = metadata;
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    const from = (sources[name] ?? "text") === "text" ? "" : `, from ${sources[name]}`;
    list.append(element("dt", name.replaceAll("_", " ") + from));
    for (const one of Array.isArray(value) ? value : [value]) list.append(element("dd", written(one)));
  }
}

// What was cut from each block: `removed` has the cut spans and the dropped blocks in the order of the blocks.
function cutsOf(blocks, removed) {
  const dropped = blocks.filter((block) => !block.kept);
  const isOf = (part, block) => part.text === block?.text && part.label === block.label && part.start === block.start;
  const isIn = (part, block) =>
    part.start === null ? block.text.includes(part.text) : part.start >= block.start && part.end <= block.end;
  let next = 0;
  let gone = 0;
  return blocks.map((block) => {
    const cuts = [];
    while (block.kept && next < removed.length && !isOf(removed[next], dropped[gone]) && isIn(removed[next], block)) {
      cuts.push(removed[next++]);
    }
    if (!block.kept) {
      next++;
      gone++;
    }
    return cuts;
  });
}

// The text of a block, with what was cut from it struck out.
function wordsOf(text, cuts) {
  const words = element("span", undefined, "words");
  let end = 0;
  for (const cut of cuts) {
    const start = text.indexOf(cut.text, end);
    if (start < 0) continue;
    words.append(text.slice(end, start), element("del", cut.text));
    end = start + cut.text.length;
  }
  words.append(text.slice(end));
  return words;
}

function showBlocks(blocks, removed, why) {
  const cuts = cutsOf(blocks, removed);
  const list = byId("blocks");
  list.replaceChildren();
  blocks.forEach((block, index) => {
    const item = element("li", undefined, groupOf.get(block.label));
    item.style.setProperty("--turn", turnOf.get(block.label));
    item.tabIndex = 0;
    const reason = element("div", undefined, "reason");
    reason.id = `reason-${index}`;
    reason.setAttribute("role", "tooltip");
    const fate = block.kept ? "kept" : groupOf.get(block.label) === "metadata" ? "moved" : "dropped";
    reason.append(element("p", `${block.label}, ${fate}; confidence ${Math.round(block.confidence * 100)} %`));
    for (const id of block.rules) reason.append(element("p", `${id}: ${why.get(id) ?? ""}`));
    if (block.rules.length === 0) reason.append(element("p", "No rule spoke; its shape and neighbours decided."));
    for (const cut of cuts[index]) {
      const because = cut.rules.map((id) => `${id}: ${why.get(id) ?? ""}`).join("; ");
      reason.append(element("p", `cut as ${cut.label}: “${cut.text}” (${because})`));
    }
    item.setAttribute("aria-describedby", reason.id);
    item.append(element("span", block.label, "label"), wordsOf(block.text, cuts[index]), reason);
    list.append(item);
  });
}

function say(message, isError) {
  const status = byId("status");
  status.textContent = message;
  status.classList.toggle("error", Boolean(isError));
}

async function clean(event) {
  event.preventDefault();
  const form = byId("form");
  const button = form.querySelector("button");
  const source = byId("source").value;
  const type = new FormData(form).get("type");
  if (new Blob([source]).size > Number(form.dataset.maxBytes)) {
    say(`That is too long: at most ${form.dataset.maxBytes} bytes are accepted.`, true);
    return;
  }
  button.disabled = true;
  say("Cleaning …");
  try {
    const response = await fetch("v1/clean?include=blocks", {
      method: "POST",
      headers: { "Content-Type": `text/${type}; charset=utf-8` },
      body: source,
    });
    const answer = await response.json();
    byId("result").hidden = !response.ok;
    if (!response.ok) {
      say(answer.detail, true);
      return;
    }
    const kept = answer.blocks.filter((block) => block.kept).length;
    say(`${kept} of ${answer.blocks.length} blocks kept, ${answer.metadata.word_count} words.`);
    byId("warnings").replaceChildren(...answer.warnings.map((warning) => element("li", warning)));
    byId("text").textContent = answer.text;
    byId("text").lang = answer.metadata.language ?? "";
    showMetadata(answer.metadata);
    showBlocks(answer.blocks, answer.removed, await whys());
  } catch (error) {
    say(`The service did not answer: ${error.message}`, true);
  } finally {
    button.disabled = false;
  }
}

byId("form").addEventListener("submit", clean);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const item of byId("blocks").children) item.classList.add("silent");
});
document.addEventListener("pointermove", () => {
  for (const item of document.querySelectorAll("#blocks .silent")) item.classList.remove("silent");
});
byId("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(byId("text").textContent);
    say("Copied.");
  } catch {
    say("The browser does not allow copying; select the text instead.", true);
  }
});
