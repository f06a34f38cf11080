import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** Evaluated through the debugger, which the page's content security policy does not concern. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const rules = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Another scheme is other colours; all else was looked at.
  dark: ['color-contrast', 'link-in-text-block'],
}

const run = (scheme: keyof typeof rules): string =>
  `axe.run(document, ${JSON.stringify({ runOnly: rules[scheme], resultTypes: ['violations'] })})`

/**
 * What axe finds serious or critical on the page as it is now, in both colour schemes, as
 * `rule on selector: what to do`; nothing, when all is well.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(axe)
  for (const colorScheme of ['light', 'dark'] as const) {
    // What moves in has other contrasts on the way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await page.evaluate<AxeResults>(run(colorScheme))
    for (const { id, impact, help, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        for (const { target, failureSummary } of nodes)
          found.push(`${colorScheme}: ${id} on ${target.join(' ')}: ${help} ${failureSummary ?? ''}`)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return found
}
