export const STRIMZI = 'kafka.strimzi.io/v1'
