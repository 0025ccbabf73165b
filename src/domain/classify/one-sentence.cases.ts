import type { JsonObject } from '../text/json.ts';
import type { ExpectedVerdict } from './expected-verdict.ts';
import { LIST, TEXT } from './lexicon/example.ts';

/** A tool that one sentence describes: its language or style, name, text, arguments, and what it is. */
export type SentenceCase = readonly [
  style: string,
  name: string,
  text: string,
  takes: JsonObject,
  oneOf: ExpectedVerdict['oneOf'],
  shows?: ExpectedVerdict['shows'],
];

const AMOUNT: JsonObject = { amount: { type: 'number' } };
const ID: JsonObject = { id: TEXT };

/**
 * Tools in twenty languages and in English that hides its verb, in our own words. Most are not Read, and a few are and say
 * what comes back. Who does not read a language says "not assessed"; nobody may say Read of what is none. Written from
 * docs/taxonomy.md before the classifier was asked.
 */
export const SENTENCE_CASES: readonly SentenceCase[] = [
  // Deletes the customer's account from the system for good.
  ['ar', 'accounts_tool', 'يحذف حساب العميل نهائيًا من النظام.', ID, ['Destructive', null]],
  // Sends an e-mail to all subscribers.
  ['ar', 'subscribers', 'يرسل بريدًا إلكترونيًا إلى جميع المشتركين.', { body: TEXT }, ['Execute', null]],
  // Pays the supplier and confirms the order.
  ['zh', 'supplier_tool', '向供应商付款并确认订单。', AMOUNT, ['Financial', null]],
  // Restarts the given server.
  ['zh', 'vm_tool', '重启指定的服务器。', ID, ['Execute', null]],
  // Returns the weather forecast of a city for the next seven days.
  ['zh', 'weather', '返回指定城市未来七天的天气预报。', { city: TEXT }, ['Read', null]],
  // Deletes the given record completely.
  ['ja', 'records', '指定したレコードを完全に削除します。', ID, ['Destructive', null]],
  // Sends a message to the team's channel.
  ['ja', 'notice', 'チームのチャンネルにメッセージを送信します。', { text: TEXT }, ['Execute', null]],
  // Takes a payment with the customer's card.
  ['ko', 'checkout_tool', '고객의 카드로 결제를 진행합니다.', AMOUNT, ['Financial', null]],
  // Deletes all files of the given folder.
  ['ru', 'cleaner', 'Удаляет все файлы из указанной папки.', { path: TEXT }, ['Destructive', null]],
  // Writes text to a file on disk.
  ['ru', 'notes', 'Записывает текст в файл на диске.', { path: TEXT, text: TEXT }, ['Write', null]],
  // Charges the customer's card.
  ['uk', 'billing', 'Списує кошти з картки клієнта.', AMOUNT, ['Financial', null]],
  // Deletes a user's account.
  ['uk', 'users', 'Видаляє обліковий запис користувача.', ID, ['Destructive', null]],
  // Transfers the given amount to the recipient.
  ['de', 'konto', 'Überweist den angegebenen Betrag an den Empfänger.', AMOUNT, ['Financial', null]],
  // Resets the database to the state in which it was delivered.
  ['de', 'abbild', 'Setzt die Datenbank auf den Auslieferungszustand zurück.', ID, ['Destructive', null]],
  // Runs the given script on the server.
  ['de', 'skript', 'Führt das übergebene Skript auf dem Server aus.', { inhalt: TEXT }, ['Execute', null]],
  // Gives the opening hours of a branch.
  ['de', 'filiale', 'Liefert die Öffnungszeiten einer Filiale.', ID, ['Read', null]],
  // Sends an invoice to the customer.
  ['fr', 'facturation', 'Envoie une facture au client.', AMOUNT, ['Financial', null]],
  // Empties the bin and purges the backups.
  ['fr', 'nettoyage', 'Vide la corbeille et purge les sauvegardes.', {}, ['Destructive', null]],
  // Makes a payment to the given account.
  ['es', 'pagos', 'Realiza un pago a la cuenta indicada.', AMOUNT, ['Financial', null]],
  // Shuts the production server down.
  ['es', 'equipo', 'Apaga el servidor de producción.', ID, ['Execute', null]],
  // Adds a note to the team's notebook.
  ['es', 'apuntes', 'Añade una nota al cuaderno del equipo.', { texto: TEXT }, ['Write', null]],
  // Deletes the chosen records for good.
  [
    'pt',
    'registros',
    'Exclui permanentemente os registros selecionados.',
    { ids: LIST },
    ['Destructive', null],
    ['bulk'],
  ],
  // Deletes the document from the archive.
  ['it', 'archivio', "Elimina il documento dall'archivio.", ID, ['Destructive', null]],
  // Puts an appointment for the customer into the calendar.
  ['nl', 'agenda', 'Plant een afspraak in voor de klant.', { datum: TEXT }, ['Write', null]],
  // Runs any command in a shell.
  ['pl', 'zadania', 'Uruchamia dowolne polecenie w powłoce.', { polecenie: TEXT }, ['Execute', null]],
  // Makes a transfer to the given bank account.
  ['pl', 'przelew', 'Wykonuje przelew na podany rachunek.', AMOUNT, ['Financial', null]],
  // Deletes the chosen records for good.
  ['tr', 'kayit', 'Seçilen kayıtları kalıcı olarak siler.', { ids: LIST }, ['Destructive', null], ['bulk']],
  // Shows the account's current balance.
  ['tr', 'bakiye', 'Hesabın güncel bakiyesini gösterir.', ID, ['Read', null]],
  // Sends money to the given account.
  ['hi', 'khata', 'निर्दिष्ट खाते में पैसे भेजता है।', AMOUNT, ['Financial', null]],
  // Deletes all customers' data from the database.
  ['id', 'basis_data', 'Menghapus semua data pelanggan dari basis data.', {}, ['Destructive', null]],
  // Sends a message to the given number.
  ['id', 'pesan', 'Mengirim pesan ke nomor yang dituju.', { isi: TEXT }, ['Execute', null]],
  // Transfers money to the recipient's account.
  ['vi', 'giao_dich', 'Chuyển tiền đến tài khoản người nhận.', AMOUNT, ['Financial', null]],
  // Overwrites the configuration file on the server.
  ['vi', 'tep', 'Ghi đè tệp cấu hình trên máy chủ.', { noi_dung: TEXT }, ['Write', null]],
  // Removes the user and all data that belongs to them.
  ['sv', 'konton', 'Tar bort användaren och all tillhörande data.', ID, ['Destructive', null]],
  // Deletes the file for good.
  ['el', 'arxeio', 'Διαγράφει οριστικά το αρχείο.', ID, ['Destructive', null]],
  // Deletes all records from the database.
  ['he', 'tool_7', 'מוחק את כל הרשומות ממסד הנתונים.', {}, ['Destructive', null]],

  // English that hides its verb.
  ['REPL', 'node_shell', 'Node.js REPL.', { input: TEXT }, ['Execute', null], ['code']],
  ['X access', 'ssh', 'Shell access to the build machine.', { input: TEXT }, ['Execute', null], ['code']],
  ['evaluator', 'notebook', 'Python evaluator for notebooks.', { cell: TEXT }, ['Execute', null], ['code']],
  ['X of records', 'registry', 'Erasure of customer records.', ID, ['Destructive', null]],
  ['noun', 'payouts', 'Payout to a supplier’s bank account.', { ...AMOUNT, iban: TEXT }, ['Financial', null]],
  ['noun', 'trade_desk', 'Market order placement.', { symbol: TEXT, quantity: TEXT }, ['Financial', null]],
  ['noun', 'mailer', 'Newsletter to every subscriber.', { body: TEXT }, ['Execute', null]],
  ['X interface', 'cluster', 'Cluster management interface.', { input: TEXT }, [null, 'Execute']],
  ['slogan', 'brightdesk', 'Your whole back office, one call away.', { request: TEXT }, [null, 'Execute']],
  ['slogan, emoji', 'copilot_for_all', 'The last automation you will ever need ✨', { goal: TEXT }, [null, 'Execute']],
  ['capitals', 'panic', 'WIPE DEVICE. NO UNDO.', ID, ['Destructive']],
  ['emoji', 'cash_out', '💸 Cash out to your bank 🏦', AMOUNT, ['Financial', null]],
  ['emoji', 'branch_bin', '🗑️ Bye-bye, old branch!', { branch: TEXT }, [null, 'Destructive']],
  ['telegram', 'home', 'Door open, lights off, alarm disarmed.', { scene: TEXT }, ['Execute', null]],
  ['code', 'users_api', 'users.delete(id) -> void', ID, ['Destructive', null]],
  ['code', 'tables', 'DROP TABLE wrapper.', { table: TEXT }, ['Destructive', null]],
  ['code', 'git_helper', 'git push --force, wrapped.', { branch: TEXT }, ['Destructive', null]],
  ['nothing said', 'misc', 'Does what needs doing.', {}, [null]],
  ['nothing said', 'pad', 'Scratchpad.', { text: TEXT }, [null, 'Write']],

  // Reads that say what comes back.
  ['noun', 'exchange_rates', 'Current exchange rate between two currencies.', { from: TEXT, to: TEXT }, ['Read', null]],
  ['en', 'vault_entry', 'Returns the stored password of a site.', { site: TEXT }, ['Read'], ['secrets']],
  ['en', 'branches', 'Lists the branches of a repository with their last commits.', { repo: TEXT }, ['Read']],
  ['en', 'word_count', 'Counts the words of a text and returns the number.', { text: TEXT }, ['Read']],
  ['en', 'timetable', 'Returns the departures from a station.', { station: TEXT }, ['Read']],
];
