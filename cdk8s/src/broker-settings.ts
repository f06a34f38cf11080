/** Of a single Kafka node, broker and controller in one, on one machine and in a pod alike. */
export const singleBrokerSettings = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  'inter.broker.listener.name': 'PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'num.network.threads': 2,
  'num.io.threads': 4,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'share.coordinator.state.topic.num.partitions': 1,
  'group.initial.rebalance.delay.ms': 0,
  // Lets a killed consumer's partitions move on after 3 s instead of 6 s.
  'group.min.session.timeout.ms': 2000,
  // A killed broker may register again only when its old session has ended: 9 s by default.
  'broker.session.timeout.ms': 3000,
  'broker.heartbeat.interval.ms': 500,
}
