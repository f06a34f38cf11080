import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE payments (
      order_id uuid PRIMARY KEY,
      status text NOT NULL CHECK (status IN
        ('processing', 'succeeded', 'failed', 'cancelling', 'cancelled', 'refunding', 'refunded')),
      -- Absent when the payment was cancelled before it was asked for.
      amount bigint CHECK (amount >= 0),
      currency char(3),
      payment_method text,
      broker_reference text,
      failure_code text,
      failure_message text,
      attempts integer NOT NULL,
      next_attempt_at timestamptz,
      sequence integer NOT NULL,
      traceparent text,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      CHECK (num_nonnulls(amount, currency, payment_method) IN (0, 3)),
      CHECK (amount IS NOT NULL OR status = 'cancelled'),
      CHECK ((next_attempt_at IS NOT NULL) = (status IN ('processing', 'cancelling', 'refunding')))
    );
    CREATE INDEX payments_due ON payments (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE payments')
}
