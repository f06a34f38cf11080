import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE emails (
      -- Of the message that the e-mail is about.
      id uuid PRIMARY KEY,
      order_id uuid NOT NULL,
      -- Of what this service says about the order: an e-mail says one thing, once.
      sequence int NOT NULL,
      kind text NOT NULL,
      recipient text NOT NULL,
      data jsonb NOT NULL,
      status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed')),
      attempts int NOT NULL DEFAULT 0,
      next_attempt_at timestamptz,
      sent_at timestamptz,
      failure text,
      traceparent text,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (order_id, sequence),
      UNIQUE (order_id, kind),
      CHECK ((status = 'queued') = (next_attempt_at IS NOT NULL)),
      CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
      CHECK ((status = 'failed') = (failure IS NOT NULL))
    );
    CREATE INDEX emails_queued ON emails (next_attempt_at) WHERE status = 'queued';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE emails')
}
