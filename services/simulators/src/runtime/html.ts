/** Text that is HTML already; whatever else is put into a template is escaped. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(strings.map((part, i) => part + (i < values.length ? render(values[i]) : '')).join(''))
}

function render(value: unknown): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(render).join('')
  if (value === undefined || value === null || value === false) return ''
  return String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const style = new Html(`
:root { color-scheme: light dark; --ink: #1c2330; --soft: #667085; --paper: #f6f7f9; --card: #fff; --line: #e3e6eb; --accent: #3b5bdb; --good: #12805c; --bad: #c0362c; --wait: #9a6700 }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --soft: #98a2b3; --paper: #12151b; --card: #1a1e26; --line: #2b313c; --accent: #8ea6ff; --good: #4cc38a; --bad: #ff8577; --wait: #e2b33c } }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
main { max-width: 70rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
p.about { color: var(--soft); margin: 0 0 1.5rem }
a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1.5rem; padding: 0; list-style: none }
.figures li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .6rem 1rem; min-width: 8rem }
.figures b { display: block; font-size: 1.25rem; font-variant-numeric: tabular-nums } .figures span { color: var(--soft); font-size: .85rem }
form.search { display: flex; gap: .5rem; margin: 0 0 1rem; flex-wrap: wrap }
input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .7rem }
input { min-width: min(22rem, 100%) } button { cursor: pointer } :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
.sheet { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow-x: auto }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .5rem .9rem; border-bottom: 1px solid var(--line); white-space: nowrap }
tr:last-child td { border-bottom: 0 } th { color: var(--soft); font-weight: 500; font-size: .85rem } td.wide { white-space: normal; min-width: 14rem }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums } code, pre { font: 13px/1.5 ui-monospace, monospace }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere } time { color: var(--soft) }
.good { color: var(--good) } .bad { color: var(--bad) } .wait { color: var(--wait) }
.empty { padding: 2rem; text-align: center; color: var(--soft) } iframe { display: block; width: 100%; height: 34rem; border: 0; background: #fff; border-radius: .6rem }
`)

export function page(title: string, about: string, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p class="about">${about}</p>${body}</main></body></html>`.text
}

export interface Column<Row> {
  title: string
  cell: (row: Row) => unknown
  class?: string
}

export function table<Row>(rows: Row[], columns: Column<Row>[], whenEmpty: string): Html {
  if (rows.length === 0) return html`<div class="sheet"><p class="empty">${whenEmpty}</p></div>`
  return html`<div class="sheet"><table>
<thead><tr>${columns.map((column) => html`<th scope="col" class="${column.class}">${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td class="${column.class}">${column.cell(row)}</td>`)}</tr>`)}</tbody>
</table></div>`
}

export const figures = (values: Record<string, unknown>): Html =>
  html`<ul class="figures">${Object.entries(values).map(([name, value]) => html`<li><b>${value}</b><span>${name}</span></li>`)}</ul>`

export const search = (label: string, name: string, value: string): Html =>
  html`<form class="search" role="search"><input type="search" name="${name}" value="${value}" aria-label="${label}" placeholder="${label}"><button>Search</button></form>`

export const when = (ms: number): Html => {
  const iso = new Date(ms).toISOString()
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)}</time>`
}

export function money(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
