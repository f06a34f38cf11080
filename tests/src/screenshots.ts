import { parseArgs } from 'node:util'
import type { RunningStore } from '@aos/local/store'
import type { Browser } from 'playwright-core'
import { openBrowser, screenshot } from './e2e/browser.ts'
import { tryAgain } from './e2e/try-again.ts'
import { spoken, testStore } from './harness/store.ts'
import { openScene } from './screenshots/open-scene.ts'
import type { Scene } from './screenshots/scene.ts'
import { scenes } from './screenshots/scenes.ts'

const help = `Takes a picture of every page in every state into artifacts/screenshots, from a store of its own.

npm run screenshots -- [options]

  --only <a,b>    only scenes whose names contain one of these
  --shop <url>    a shop that runs already, for scenes that need nothing else
`

const looks = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)
type Look = (typeof looks)[number]
type Place = Pick<RunningStore, 'addresses' | 'databaseUrls'>

const loadEverything = "for (const image of document.images) image.loading = 'eager'"

async function take(
  browser: Browser,
  {
    scene,
    look: { width, colorScheme },
    place,
  }: {
    scene: Scene
    look: Look
    place: Place
  },
): Promise<void> {
  const page = await openScene(browser, scene, { ...place, width, colorScheme })
  try {
    // What is lazy would be missing far down on the picture.
    if (!scene.screenOnly) await page.evaluate(loadEverything)
    await page.waitForLoadState('networkidle').catch(() => {})
    await screenshot(page, `${scene.name}-${width}-${colorScheme}`, { fullPage: !scene.screenOnly })
  } finally {
    await page.context().close()
  }
}

/** @returns how many could not be taken. */
async function takeAll(place: Place, chosen: readonly Scene[]): Promise<number> {
  const browser = await openBrowser()
  let failures = 0
  for (const scene of chosen)
    for (const look of looks)
      try {
        await tryAgain(() => take(browser, { scene, look, place }))
      } catch (error) {
        failures += 1
        console.error(`${scene.name}, ${look.width} px, ${look.colorScheme}: ${(error as Error).message}`)
      }
  await browser.close()
  return failures
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      only: { type: 'string' },
      shop: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return console.log(help)
  const wanted = options.only?.split(',') ?? ['']
  const chosen = scenes.filter(({ name }) => wanted.some((part) => name.includes(part)))
  const store = options.shop ? undefined : await testStore({ web: true, report: spoken })
  const addresses = store?.addresses ?? {
    shop: options.shop ?? '',
    mailbox: '',
    paymentBroker: '',
    carrier: '',
    traces: undefined,
  }
  try {
    const failures = await takeAll({ addresses, databaseUrls: store?.databaseUrls ?? {} }, chosen)
    console.log(
      `${chosen.length * looks.length - failures} pictures in artifacts/screenshots, ${failures} failed`,
    )
    process.exitCode = failures > 0 ? 1 : 0
  } finally {
    await store?.stop()
  }
}

await main()
