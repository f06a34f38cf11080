import { accountScenes } from './account-scenes.ts'
import { cartScenes } from './cart-scenes.ts'
import { catalogueScenes } from './catalogue-scenes.ts'
import { checkoutScenes } from './checkout-scenes.ts'
import { germanScenes } from './german-scenes.ts'
import { officeScenes } from './office-scenes.ts'
import { orderScenes } from './order-scenes.ts'
import { reviewScenes } from './review-scenes.ts'
import type { Scene } from './scene.ts'
import { signInScenes } from './sign-in-scenes.ts'

/** Every page in every state that it can be in; a new one is added here, or in a list of its feature's own. */
export const scenes: Scene[] = [
  ...catalogueScenes,
  ...cartScenes,
  ...checkoutScenes,
  ...reviewScenes,
  ...orderScenes,
  ...signInScenes,
  ...accountScenes,
  ...officeScenes,
  ...germanScenes,
]
