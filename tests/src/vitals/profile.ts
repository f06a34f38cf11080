import type { Page } from 'playwright-core'

const KBIT = 1024 / 8

/**
 * A middling phone on a slow connection, as Lighthouse applies it ("slow 4G" with DevTools throttling): 150 ms of
 * round trip and 1.6 Mbit/s come to these figures for each request.
 */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: 1.6 * 1024 * 0.9 * KBIT,
  uploadThroughput: 750 * 0.9 * KBIT,
}
const cpuSlowdown = 4

export const profile = `${cpuSlowdown}× slower processor, slow 4G (${slow4G.latency} ms a request, 1.44 Mbit/s)`

export async function throttle(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Network.enable')
  await debug.send('Network.emulateNetworkConditions', slow4G)
  await debug.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
}
