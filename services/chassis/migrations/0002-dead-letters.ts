import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE dead_letters (
      id uuid PRIMARY KEY,
      topic text NOT NULL,
      subject text NOT NULL,
      reason text NOT NULL,
      event text NOT NULL,
      is_whole boolean NOT NULL,
      kept_at timestamptz NOT NULL DEFAULT now(),
      redrives int NOT NULL DEFAULT 0,
      redriven_at timestamptz,
      redriven_by text
    );
    CREATE INDEX dead_letters_open ON dead_letters (id) WHERE redriven_at IS NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE dead_letters')
}
