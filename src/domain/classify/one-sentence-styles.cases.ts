import { FLAG, LIST, TEXT } from './lexicon/example.ts';
import type { SentenceCase } from './one-sentence.cases.ts';

const ID = { id: TEXT };
const COUNT = { amount: { type: 'number' } };

/**
 * More tools that one sentence describes, in languages and styles other than those of the first: nominalisations, passives, slang,
 * abbreviations, mixed languages and names that mislead. Written from docs/taxonomy.md before the classifier was asked.
 */
export const STYLE_CASES: readonly SentenceCase[] = [
  // The record is taken out of the archive irrevocably.
  ['da', 'sager', 'Sletter sagen uigenkaldeligt fra arkivet.', ID, ['Destructive', null]],
  // The computer is started again.
  ['no', 'maskin', 'Maskinen startes på nytt.', ID, ['Execute', null]],
  // Pays the open invoice.
  ['fi', 'lasku', 'Maksaa avoimen laskun.', COUNT, ['Financial', null]],
  // Removes all backups older than a month.
  ['cs', 'zalohy', 'Odstraní všechny zálohy starší než měsíc.', {}, ['Destructive', null]],
  // Sends the newsletter to every member.
  ['hu', 'hirlevel', 'Kiküldi a hírlevelet minden tagnak.', { szoveg: TEXT }, ['Execute', null]],
  // The deletion of the user's account is carried out.
  ['ro', 'get_cont', 'Se efectuează ștergerea contului utilizatorului.', ID, ['Destructive', null]],
  // Transfer money out of the wallet.
  ['th', 'wallet_th', 'โอนเงินออกจากกระเป๋าเงิน', COUNT, ['Financial', null]],
  // Deletes every file.
  ['bn', 'file_tool', 'সমস্ত ফাইল মুছে ফেলে।', {}, ['Destructive', null]],
  // Erases the message.
  ['ta', 'get_seithi', 'செய்தியை அழிக்கிறது.', ID, ['Destructive', null]],
  // Runs the command on the server.
  ['fa', 'farman', 'فرمان را روی سرور اجرا می‌کند.', { matn: TEXT }, ['Execute', null]],
  // Sends money to the friend.
  ['ur', 'raqam', 'دوست کو رقم بھیجتا ہے۔', COUNT, ['Financial', null]],
  // Deletes the customer's records.
  ['sw', 'kumbukumbu', 'Hufuta kumbukumbu zote za mteja.', ID, ['Destructive', null]],
  // Takes the site off the air.
  ['ca', 'lloc_web', 'Deixa el lloc web fora de servei.', ID, ['Execute', 'Write', null]],
  // Shows the list of orders.
  ['bg', 'porachki', 'Показва списъка с поръчки.', {}, ['Read', null]],
  // Cancels the reservation and keeps the deposit.
  [
    'sr',
    'rezervacija',
    'Отказује резервацију и задржава депозит.',
    ID,
    ['Financial', 'Execute', 'Write', 'Destructive', null],
  ],
  // Overwrites the disk with zeroes.
  ['hr', 'read_disk', 'Prepisuje disk nulama.', ID, ['Destructive', 'Write', null]],
  // Formats the given partition.
  ['sk', 'oddiel', 'Naformátuje zadaný oddiel disku.', ID, ['Destructive', 'Execute', 'Write', null]],
  // Money is withdrawn from the account.
  ['lt', 'saskaita', 'Iš sąskaitos nuskaičiuojami pinigai.', COUNT, ['Financial', null]],
  // Deletes the given table from the database.
  ['et', 'list_tabelid', 'Kustutab andmebaasist antud tabeli.', ID, ['Destructive', null]],
  // Sends a message to all contacts.
  ['tl', 'kontak', 'Nagpapadala ng mensahe sa lahat ng kontak.', { laman: TEXT }, ['Execute', null]],
  // Remove the chosen record for good.
  ['ms', 'rekod', 'Buang rekod yang dipilih selama-lamanya.', ID, ['Destructive', null]],
  // Deletes the account.
  ['eo', 'konto_eo', 'Forigas la konton por ĉiam.', ID, ['Destructive', null]],
  // A money order is made out of the balance.
  ['zh-Hant', 'query_balance', '從餘額中扣款並匯出款項。', COUNT, ['Financial', null]],
  // One key wipes the cache of production and restarts it.
  ['zh', 'view_cluster', '一键下线生产集群。', ID, ['Execute', 'Destructive', null]],
  // Formats the disk.
  ['ja', 'get_disk', 'ディスクのフォーマットを行います。', ID, ['Destructive', 'Execute', null]],
  // The employee's dismissal is processed.
  ['ko', 'show_staff', '직원의 퇴사 처리를 진행합니다.', ID, ['Write', 'Execute', 'Destructive', null]],
  // Shutting the valve.
  ['ru', 'check_valve', 'Перекрытие клапана на трубопроводе.', ID, ['Execute', null]],
  // The contract is signed in the user's name.
  [
    'de',
    'zeige_vertrag',
    'Der Vertrag wird im Namen des Nutzers unterzeichnet.',
    ID,
    ['Financial', 'Execute', 'Write', null],
  ],
  // Give the boot to every guest (slang).
  ['de', 'gaeste', 'Schmeißt alle Gäste aus dem Meeting.', {}, ['Write', 'Execute', null]],
  // Settling of the bill.
  ['fr', 'addition', 'Règlement de la facture auprès du fournisseur.', COUNT, ['Financial', null]],
  // Have the messages been published (passive, by the tool).
  [
    'fr',
    'lire_billets',
    'Le billet est publié sur le blog de l’entreprise.',
    { texte: TEXT },
    ['Write', 'Execute', null],
  ],
  // Put the customer on the street (slang).
  ['es', 'ver_saldo', 'Se retira el dinero de la cuenta del cliente.', COUNT, ['Financial', null]],
  // Switching the alarm off.
  ['pt', 'alarme', 'Desativação do alarme da casa.', ID, ['Execute', 'Write', null]],
  // Throws everything away.
  ['it', 'mostra_scarti', 'Butta via tutto quello che c’è nel cassetto.', {}, ['Destructive', null]],
  // The lock is opened.
  ['nl', 'toon_slot', 'Het slot van de voordeur wordt geopend.', ID, ['Execute', null]],
  // Closing the production branch.
  ['pl', 'pokaz_baze', 'Czyszczenie całej bazy produkcyjnej.', {}, ['Destructive', null]],
  // Cancel the plane ticket and refund.
  ['tr', 'bilet', 'Uçak bileti satın alınır.', COUNT, ['Financial', null]],
  // Publishes the story.
  ['sv', 'visa_artikel', 'Artikeln publiceras på förstasidan.', { text: TEXT }, ['Write', 'Execute', null]],

  // English, in other dress.
  ['mixed', 'kunde_info', 'Kunde komplett löschen (hard delete, no undo).', ID, ['Destructive', null]],
  ['mixed', 'pago_link', 'Manda un payment link al cliente.', COUNT, ['Financial', 'Execute', null]],
  ['slang', 'show_prod', 'Nukes prod from orbit.', {}, ['Destructive', null]],
  ['slang', 'get_rid', 'Yeet a container into the sun.', ID, ['Destructive', null]],
  ['slang', 'list_losers', 'Boots every idle player off the server.', {}, ['Write', 'Execute', null]],
  ['slang', 'check_out', 'Drop some cash on a friend.', COUNT, ['Financial', 'Destructive', null]],
  ['abbreviation', 'fetch_rm', 'rm -rf on a dir.', { dir: TEXT }, ['Destructive', 'Execute', null]],
  ['abbreviation', 'msg', 'Msg ppl on WhatsApp.', { text: TEXT }, ['Execute', null]],
  ['abbreviation', 'del_usr', 'Del usr acct.', ID, ['Destructive']],
  [
    'passive',
    'read_orders',
    'The order is placed with the broker at market price.',
    { symbol: TEXT },
    ['Financial', null],
  ],
  ['passive', 'view_logs', 'All logs get wiped.', {}, ['Destructive', null]],
  ['passive', 'search_hosts', 'A reverse shell is opened to the host.', { host: TEXT }, ['Execute', null]],
  ['euphemism', 'list_jobs', 'Puts a job out of its misery.', ID, ['Execute', 'Destructive', null]],
  [
    'euphemism',
    'get_leaner',
    'Lets go of staff that is no longer needed.',
    { names: LIST },
    ['Write', 'Destructive', 'Execute', null],
  ],
  ['relative', 'reader', 'A tool that deletes what it reads.', ID, ['Destructive', null]],
  ['after a read', 'look_up', 'Looks up the invoice and settles it from the account on file.', ID, ['Financial', null]],
  ['question', 'get_coffee', 'Want a coffee? This orders and pays for one.', {}, ['Financial', null]],
  [
    'flag',
    'get_snapshot',
    'Get a snapshot, or with purge set, drop it.',
    { id: TEXT, purge: FLAG },
    ['Destructive', null],
  ],

  // Reads.
  ['en', 'tides', 'High and low tides of a harbour for a day.', { harbour: TEXT, day: TEXT }, ['Read', null]],
  ['en', 'delete_preview', 'Shows which rows a deletion would remove.', ID, ['Read', 'Destructive']],
  ['en', 'payments_due', 'Returns payments that fall due this week.', {}, ['Read']],
  ['abbreviation', 'lst_usr', 'Lists usrs in the grp.', { grp: TEXT }, ['Read', null]],

  // A second draw, written when the rules had been mended with the first; seven came out Read.
  // Closes the user's account and erases the data.
  ['lv', 'get_konts', 'Slēdz lietotāja kontu un izdzēš datus.', ID, ['Destructive', 'Write', null]],
  // Pays all open bills.
  ['sl', 'list_racuni', 'Plača vse odprte račune.', COUNT, ['Financial', null]],
  // Deletes the file for good.
  ['is', 'read_skra', 'Eyðir skránni varanlega.', ID, ['Destructive', null]],
  // Sends money to the recipient.
  ['af', 'view_geld', 'Stuur geld na die ontvanger.', COUNT, ['Financial', null]],
  // Deletes the file.
  ['ga', 'fetch_comhad', 'Scriosann sé an comhad.', ID, ['Destructive', null]],
  // Deletes the file for ever.
  ['eu', 'show_fitxa', 'Fitxategia betiko ezabatzen du.', ID, ['Destructive', null]],
  // Deletes the user's account.
  ['ka', 'find_acc', 'შლის მომხმარებლის ანგარიშს.', ID, ['Destructive', null]],
  // Removes the user's account.
  ['zu', 'search_akhawunti', 'Isusa i-akhawunti yomsebenzisi.', ID, ['Destructive', null]],
  // Signs the employee off.
  ['es', 'consulta', 'Da de baja al empleado.', ID, ['Write', 'Destructive', 'Execute', null]],
  // Orders from the wholesaler.
  ['fr', 'voir_stock', 'Passe commande auprès du grossiste.', COUNT, ['Financial', null]],
  // Switches the pump off.
  ['de', 'status_pumpe', 'Schaltet die Pumpe ab.', ID, ['Execute', null]],
  // Transfers the balance.
  ['pt', 'consultar', 'Efetua a transferência do saldo.', COUNT, ['Financial', null]],
  // Banishes the user.
  ['ja', 'view_users', 'ユーザーを追放する。', ID, ['Write', 'Destructive', 'Execute', null]],
  // Shreds the file for good.
  ['zh', 'get_info_cn', '把文件永久粉碎。', ID, ['Destructive', null]],
  // Mailing to the customers of a base.
  ['ru', 'show_list', 'Рассылка писем по базе клиентов.', { text: TEXT }, ['Execute', null]],
  ['mixed', 'check_rechnung', 'Rechnung wird per Stripe bezahlt (live mode).', COUNT, ['Financial', null]],
  ['slang', 'get_even', 'Roasts a coworker in public.', { name: TEXT }, ['Execute', 'Write', null]],
  ['slang', 'look_sharp', 'Bins whatever you point it at.', ID, ['Destructive', null]],
  ['abbreviation', 'read_db', 'Trunc tbl.', { tbl: TEXT }, ['Destructive', null]],
  ['abbreviation', 'list_txs', 'Sends sats 2 an addr.', COUNT, ['Financial', 'Execute', null]],
  ['passive', 'fetch_vm', 'The machine is powered down.', ID, ['Execute', null]],
  ['passive', 'get_offer', 'Your bid gets submitted on the highest lot.', COUNT, ['Financial', 'Write', null]],
  ['euphemism', 'find_peace', 'Frees the volume from everything that was ever on it.', ID, ['Destructive', null]],
  ['emoji', 'view_board', '🔥🔥🔥 the whole board', ID, ['Destructive', null]],
  ['after a read', 'get_and_go', 'Reads the queue and yanks every entry from it.', ID, ['Destructive', 'Write', null]],
  ['question', 'show_me', 'Tired of old branches? Gone in one call.', {}, ['Destructive', null]],
  ['noun', 'list_of_doors', 'Remote opening of garage doors.', ID, ['Execute', null]],
  ['noun', 'read_keys', 'Key revocation for a user.', ID, ['Write', 'Destructive', null]],
  ['en', 'moon', 'Returns the phase of the moon on a date.', { date: TEXT }, ['Read']],
  ['en', 'who_owes', 'Tells who owes what in a shared budget.', ID, ['Read', null]],
];
