import { catalogueScenes } from './catalogue-scenes.ts'
import { checkoutScenes } from './checkout-scenes.ts'
import { officeScenes } from './office-scenes.ts'
import { orderScenes } from './order-scenes.ts'
import type { Scene } from './scene.ts'

/** Every page in every state that it can be in; a new one is added here, or in a list of its feature's own. */
export const scenes: Scene[] = [...catalogueScenes, ...checkoutScenes, ...officeScenes, ...orderScenes]
