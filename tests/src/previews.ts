import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { emailOf } from '@aos/notifications/email'
import type { Letter } from '@aos/notifications/letter'
import { sampleLetters } from '@aos/notifications/letters.samples'
import type { Browser } from 'playwright-core'
import { openBrowser } from './e2e/browser.ts'
import { artifact } from './harness/artifacts.ts'

/** Takes a picture of every letter as a mail program with a browser inside shows it: all into artifacts/e-mail, some to be committed. */
const committed = join(import.meta.dirname, '..', '..', 'docs', 'e-mail')
const largest = 80 * 1024

const looks = [390, 800].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)
type Look = (typeof looks)[number]

/** Each kind of letter once: on a desktop by day, on a phone by night. */
const isCommitted = (name: string, { width, colorScheme }: Look) =>
  /^\w+$/.test(name) && (width === 800) === (colorScheme === 'light')

const fileName = (name: string) =>
  name
    .replace(/\W+/g, '-')
    .replace(/(?<=[a-z])[A-Z]/g, '-$&')
    .toLowerCase()

async function take(browser: Browser, { name, letter, look }: { name: string; letter: Letter; look: Look }) {
  const { width, colorScheme } = look
  const context = await browser.newContext({ viewport: { width, height: 500 }, colorScheme })
  try {
    const page = await context.newPage()
    await page.setContent(emailOf(letter).html)
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    if (overflow > 0) throw new Error(`${name} is ${overflow} px too wide for ${width} px`)
    const file = `${fileName(name)}-${width}-${colorScheme}.png`
    await page.screenshot({ path: artifact(`e-mail/${file}`), fullPage: true })
    if (isCommitted(name, look)) await page.screenshot({ path: join(committed, file), fullPage: true })
    return isCommitted(name, look) ? join(committed, file) : undefined
  } finally {
    await context.close()
  }
}

async function main(): Promise<void> {
  await rm(committed, { recursive: true, force: true })
  await mkdir(committed, { recursive: true })
  const browser = await openBrowser()
  for (const [name, letter] of Object.entries(sampleLetters))
    for (const look of looks) {
      const file = await take(browser, { name, letter, look })
      const size = file ? (await stat(file)).size : 0
      if (size > largest) console.warn(`${file} has ${size} bytes, which is a lot to commit`)
    }
  await browser.close()
  console.log(`${Object.keys(sampleLetters).length} letters in artifacts/e-mail and docs/e-mail`)
}

await main()
