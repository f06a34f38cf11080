import type { RunningStore } from '@aos/local/store'
import type { Page } from 'playwright-core'

export interface Stage {
  page: Page
  addresses: RunningStore['addresses']
  /** Empty, where a shop is used that runs already. */
  databaseUrls: RunningStore['databaseUrls']
}

/** A page in one of its states. */
export interface Scene {
  /** The name of its files. */
  name: string
  /** Brings a fresh browser there; the picture is taken when nothing loads any more. */
  show(stage: Stage): Promise<unknown>
  /** What fits on the screen instead of the whole page: for menus, dialogs and what is still loading. */
  screenOnly?: boolean
  /** Of the browser; an English one unless said. */
  locale?: 'de-DE'
}
