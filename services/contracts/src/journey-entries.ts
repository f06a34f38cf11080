import { type JourneyEntryType, ownEntryTypes } from './journey.ts'
import { orderMessageTypes } from './messages.ts'

/** Apart from journey.ts, so that a browser gets the journey without the schemas. */
export const journeyEntryTypes: readonly JourneyEntryType[] = [...ownEntryTypes, ...orderMessageTypes]
