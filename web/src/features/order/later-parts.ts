/** An order's page apart from what one looks for first, its status and its way: a file that comes after them. */
export { FollowOrder } from './follow-order.ts'
export { OperatorPanel } from './operator-panel.tsx'
export { OrderAside } from './order-aside.tsx'
