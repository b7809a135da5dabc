import Database from 'better-sqlite3';

/** What SQLite can bind and give back. Numbers bind as REAL; measured values travel as decimal text. */
export type Cell = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;
type Parameters = readonly Cell[] | Readonly<Record<string, Cell>>;

type NotAPromise<T> = T extends Promise<unknown> ? never : T;

/**
 * One connection to the workspace's database, with its statements kept prepared.
 *
 * A transaction is synchronous: a Promise inside does not compile.
 */
export class Store {
  readonly file: string;
  readonly readOnly: boolean;
  readonly connection: Database.Database;
  #statements = new Map<string, Database.Statement>();
  #afterCommit: (() => void)[] = [];

  constructor(file: string, readOnly: boolean) {
    this.file = file;
    this.readOnly = readOnly;
    this.connection = new Database(file, { readonly: readOnly, timeout: 10_000 });
  }

  /** Rows of a query. */
  all<T = Row>(sql: string, parameters: Parameters = []): readonly T[] {
    return this.#prepared(sql).all(parameters) as T[];
  }

  /** The first row of a query. */
  find<T = Row>(sql: string, parameters: Parameters = []): T | undefined {
    return this.#prepared(sql).get(parameters) as T | undefined;
  }

  /** The one row of a query that always has one, such as a count. */
  get<T = Row>(sql: string, parameters: Parameters = []): T {
    const row = this.find<T>(sql, parameters);
    if (row === undefined) throw new Error(`no row for: ${sql}`);
    return row;
  }

  /** Runs a write; answers the number of rows it changed. */
  run(sql: string, parameters: Parameters = []): number {
    return this.#prepared(sql).run(parameters).changes;
  }

  /** Walks a long result without holding it. */
  iterate<T = Row>(sql: string, parameters: Parameters = []): IterableIterator<T> {
    return this.#prepared(sql).iterate(parameters) as IterableIterator<T>;
  }

  /** All or nothing, with the write lock taken at once so that two processes queue instead of failing. */
  transaction<T>(work: () => NotAPromise<T>): T {
    let result: T;
    try {
      result = this.connection.transaction(work).immediate() as T;
    } catch (error) {
      if (!this.connection.inTransaction) this.#afterCommit = [];
      throw error;
    }
    if (!this.connection.inTransaction) this.#afterCommit.splice(0).forEach((tell) => tell());
    return result;
  }

  /** Runs `tell` once the open transaction has been committed, never when it was undone; at once when none is open. */
  afterCommit(tell: () => void): void {
    if (this.connection.inTransaction) this.#afterCommit.push(tell);
    else tell();
  }

  close(): void {
    this.#statements.clear();
    this.connection.close();
  }

  #prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
