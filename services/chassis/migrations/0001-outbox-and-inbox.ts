import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE outbox (
      id uuid PRIMARY KEY,
      topic text NOT NULL,
      key text NOT NULL,
      event text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    -- Rows live for milliseconds: clean up often, and keep the planner from trusting a moment's count.
    ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

    CREATE TABLE inbox (
      id uuid PRIMARY KEY,
      received_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX inbox_received_at ON inbox USING brin (received_at);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE outbox; DROP TABLE inbox')
}
