import { officeLetterScenes } from './office-letter-scenes.ts'
import { officeOrderScenes } from './office-order-scenes.ts'
import { officeProductScenes } from './office-product-scenes.ts'
import type { Scene } from './scene.ts'

export const officeScenes: Scene[] = [...officeOrderScenes, ...officeProductScenes, ...officeLetterScenes]
