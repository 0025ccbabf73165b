import type { Category } from '../../risk/category.ts';
import { words } from './word-list.ts';

/** A language other than English that a description may be written in. */
export interface Language {
  readonly id: string;
  /** Its script, where that alone shows it; else it is known by its small words. */
  readonly script?: RegExp;
  /** Small words that nearly every sentence has, and that English has not, or rarely. */
  readonly small: ReadonlySet<string>;
  /** Words behind which another verb may stand: and, or, to. */
  readonly joins: ReadonlySet<string>;
  /** Where its verbs stand in a clause. Languages without spaces are read letter by letter. */
  readonly verbAt: 'front' | 'end' | 'both';
  /** The commonest verbs, by what they mean; "setzt+zurück" are two words of one verb. None: the language is only recognised. */
  readonly verbs: Readonly<Partial<Record<LanguageMeaning, string>>>;
  /** Words for money, paying and bills: who sends or makes them moves money. */
  readonly money: string;
  /** Words for "all". */
  readonly every: string;
  /** What an example does it to, so that its language shows. */
  readonly object: string;
}

/** What a verb of another language can mean. */
export type LanguageMeaning = Category | 'generates';

/** What is said of each meaning. */
export const LANGUAGE_SAYS: Readonly<Record<LanguageMeaning, string>> = {
  Read: 'returns information',
  generates: 'generates something',
  Write: 'creates or changes something',
  Execute: 'sends or runs something',
  Destructive: 'removes something for good',
  Financial: 'moves money or value',
};

/** A language that is recognised and not read. */
const unread = (id: string, small: string, script?: RegExp): Language => ({
  id,
  ...(script === undefined ? {} : { script }),
  small: words(small),
  joins: new Set(),
  verbAt: 'front',
  verbs: {},
  money: '',
  every: '',
  object: '',
});

/** Languages by script first, then by their small words. */
export const LANGUAGES: readonly Language[] = [
  {
    id: 'ja',
    script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    small: new Set(),
    joins: new Set(),
    verbAt: 'end',
    verbs: {
      Read: '取得 検索 表示 返し 返す 計算 分析 翻訳 読み取 読み取り 調べ 確認 提案',
      generates: '生成',
      Write: '作成 更新 追加 保存 編集 変更 登録 書き込 書き込み 設定 移動',
      Execute: '送信 実行 起動 停止 再起動 公開 投稿 通知 再生 開始 送り 送る 合成',
      Destructive: '削除 消去 初期化 破棄 空に',
      Financial: '支払い 支払 決済 送金 購入 売却 振り込 返金 課金',
    },
    money: '請求書 代金 料金',
    every: 'すべて 全て 全部',
    object: '資料を',
  },
  {
    id: 'zh',
    script: /\p{Script=Han}/u,
    small: new Set(),
    joins: new Set(),
    verbAt: 'front',
    verbs: {
      Read: '获取 取得 獲取 查询 查詢 搜索 搜尋 检索 列出 返回 查看 读取 分析 计算 計算 检查 查找 翻译 识别 提取 显示 展示 统计 转换 轉換 总结 比较 验证 校验 预测 评估 提供 推荐 监控 监测 预览 浏览 检测 解析 渲染 扫描 诊断 导出 導出 讀取 找尋 相加 减去 相乘 除以 对比 下载 反汇编',
      generates: '生成',
      Write:
        '创建 創建 更新 修改 添加 新增 新建 设置 設定 设定 保存 编辑 編輯 写入 上传 建立 重命名 移动 移出 记录 标记 复制 启用 禁用 替换 更换 插入 连接 断开 登录 备份 附加 刷新 提交',
      Execute:
        '发送 發送 推送 执行 執行 运行 启动 停止 打开 点击 重启 关闭 部署 发布 发表 通知 调用 播放 初始化 合并 转发 重放 滑动 滚动 安装 开始 回滚 合成',
      Destructive: '删除 刪除 移除 清空 清除 销毁 抹除 卸载 重置',
      Financial: '付款 支付 转账 轉帳 购买 出售 卖出 买入 充值 提现 退款 下单 汇款 收款 扣款 质押',
    },
    money: '发票 账单 红包 款项',
    every: '所有 全部',
    object: '资料',
  },
  {
    id: 'ko',
    script: /\p{Script=Hangul}/u,
    small: new Set(),
    joins: new Set(),
    verbAt: 'end',
    verbs: {
      Read: '조회 검색 가져 표시 반환 분석 확인 계산 번역 읽 제공 추출 제안',
      Write: '생성 수정 추가 등록 저장 변경 업데이트 작성 설정',
      Execute: '실행 전송 발송 보내 보냅 시작 중지 재시작 게시',
      Destructive: '삭제 제거 초기화 비웁',
      Financial: '결제 송금 이체 지불 구매 매도 매수 환불',
    },
    money: '청구서 대금',
    every: '모든 전체',
    object: '자료를 ',
  },
  {
    id: 'uk',
    script: /[іїєґІЇЄҐ]/,
    small: new Set(),
    joins: words('і й та або щоб'),
    verbAt: 'front',
    verbs: {
      Read: 'отримує отримати шукає показує повертає читає виводить знаходить обчислює перевіряє',
      Write: 'створює створити додає додати оновлює оновити змінює змінити зберігає зберегти',
      Execute: 'надсилає надіслати відправляє запускає запустити виконує виконати зупиняє',
      Destructive: 'видаляє видалити стирає очищує',
      Financial: 'оплачує сплачує купує продає переказує+кошти списує+кошти',
    },
    money: 'кошти гроші платіж рахунок-фактуру',
    every: 'всі усі',
    object: ' дані клієнтів і їх',
  },
  {
    id: 'ru',
    script: /\p{Script=Cyrillic}/u,
    small: new Set(),
    joins: words('и или а также затем для чтобы позволяет'),
    verbAt: 'front',
    verbs: {
      Read: `получает получить ищет искать показывает показать возвращает находит найти читает прочитать выводит вычисляет
        вычислить анализирует анализировать проверяет проверить переводит+текст`,
      generates: 'генерирует сгенерировать',
      Write: `создаёт создает создать обновляет обновить добавляет добавить изменяет изменить сохраняет сохранить
        редактирует записывает записать переименовывает перемещает назначает устанавливает`,
      Execute: `отправляет отправить запускает запустить выполняет выполнить останавливает остановить перезапускает
        перезапустить публикует опубликовать выключает включает открывает`,
      Destructive: 'удаляет удалить стирает стереть очищает очистить уничтожает уничтожить',
      Financial: `оплачивает оплатить платит заплатить покупает купить продаёт продает продать переводит+средства
        переводит+деньги переводит+сумму списывает+средства`,
    },
    money: 'деньги средства платёж платеж счёт-фактуру оплату сумму',
    every: 'все всех',
    object: ' данные клиента',
  },
  {
    id: 'ar',
    script: /\p{Script=Arabic}/u,
    small: new Set(),
    joins: words('ثم أو'),
    verbAt: 'front',
    verbs: {
      Read: 'يعرض عرض يسترجع استرجاع يبحث يجلب جلب يقرأ قراءة يسرد يرجع',
      Write: 'ينشئ إنشاء يحدث تحديث يضيف إضافة يعدل تعديل يحفظ حفظ يكتب كتابة',
      Execute: 'يرسل إرسال ينفذ تنفيذ يشغل تشغيل يوقف إيقاف',
      Destructive: 'يحذف حذف يمسح مسح يزيل إزالة',
      Financial: 'يدفع يشتري شراء يبيع يسحب يحول+الأموال يحول+المبلغ',
    },
    money: 'الأموال أموال المبلغ مبلغ المال فاتورة دفعة',
    every: 'جميع كل',
    object: ' بيانات العميل',
  },
  {
    id: 'hi',
    script: /\p{Script=Devanagari}/u,
    small: new Set(),
    joins: words('और या'),
    verbAt: 'end',
    verbs: {
      Read: 'दिखाता दिखाएं खोजता खोजें लौटाता पढ़ता प्राप्त+करता',
      Write: 'बनाता बनाएं जोड़ता जोड़ें अपडेट सहेजता बदलता लिखता',
      Execute: 'भेजता भेजें चलाता चलाएं रोकता',
      Destructive: 'हटाता हटाएं मिटाता मिटाएं',
      Financial: 'भुगतान खरीदता खरीदें बेचता',
    },
    money: 'पैसे पैसा धन राशि भुगतान',
    every: 'सभी',
    object: 'ग्राहक का डेटा ',
  },
  unread('el', '', /\p{Script=Greek}/u),
  unread('he', '', /\p{Script=Hebrew}/u),
  unread('th', '', /\p{Script=Thai}/u),
  {
    id: 'es',
    small: words('el la los las del una un para por con según y en de que se al su sus esta este todos todas desde'),
    joins: words('y o e para permite que'),
    verbAt: 'front',
    verbs: {
      Read: `obtiene obtener busca buscar lista listar consulta consultar recupera recuperar muestra mostrar devuelve
        devolver retorna retornar lee leer calcula calcular analiza analizar verifica verificar comprueba comprobar valida
        validar traduce traducir encuentra encontrar extrae extraer compara comparar`,
      generates: 'genera generar',
      Write: `crea crear actualiza actualizar agrega agregar añade añadir modifica modificar guarda guardar edita editar
        registra registrar asigna asignar reactiva configura configurar mueve mover sube subir cambia cambiar establece establecer
        escribe escribir reemplaza reemplazar renombra inserta insertar marca marcar cierra cerrar activa activar desactiva
        desactivar reactivar`,
      Execute: `envía envia enviar ejecuta ejecutar inicia iniciar detiene detener reinicia reiniciar apaga apagar enciende
        encender despliega desplegar publica publicar lanza lanzar abre abrir notifica notificar manda mandar`,
      Destructive: `elimina eliminar borra borrar suprime suprimir destruye destruir vacía vaciar purga purgar quita quitar
        desinstala desinstalar`,
      Financial: `paga pagar transfiere transferir compra comprar vende vender cobra cobrar reembolsa reembolsar retira
        retirar deposita depositar realiza+pago hace+pago efectúa+pago realiza+transferencia`,
    },
    money: 'pago pagos dinero factura facturas fondos cobro transferencia',
    every: 'todos todas',
    object: ' la nota del equipo',
  },
  {
    id: 'pt',
    small: words('o os da do dos das uma um para por com em de que ao na não seu sua pelo pela todos todas ou e'),
    joins: words('e ou para permite que'),
    verbAt: 'front',
    verbs: {
      Read: `obtém obtêm obter busca buscar lista listar consulta consultar recupera recuperar mostra mostrar exibe exibir retorna
        retornar lê ler calcula calcular analisa analisar verifica verificar valida validar traduz encontra encontrar compara avalia`,
      generates: 'gera gerar',
      Write: `cria criar atualiza atualizar adiciona adicionar modifica modificar salva salvar edita editar registra registrar
        insere inserir altera alterar move mover define definir escreve escrever renomeia atribui atribuir marca marcar`,
      Execute: `envia enviar executa executar inicia iniciar reinicia reiniciar publica publicar abre abrir liga ligar desliga
        desligar dispara disparar implanta implantar`,
      Destructive: `exclui excluir apaga apagar deleta deletar remove remover elimina eliminar esvazia esvaziar desinstala`,
      Financial: `paga pagar transfere transferir compra comprar vende vender cobra cobrar reembolsa reembolsar saca sacar
        deposita depositar realiza+pagamento faz+pagamento efetua+pagamento`,
    },
    money: 'pagamento pagamentos dinheiro fatura faturas fundos cobrança boleto',
    every: 'todos todas',
    object: ' uma nota da equipe',
  },
  {
    id: 'fr',
    small: words('le la les des du une un pour par avec et dans de que au aux sur cette selon ou tous toutes ses son'),
    joins: words('et ou pour puis permet'),
    verbAt: 'front',
    verbs: {
      Read: `récupère récupérer obtient obtenir recherche rechercher cherche chercher liste lister affiche afficher retourne
        retourner lit lire calcule calculer analyser vérifie vérifier traduit traduire trouve trouver consulte
        consulter`,
      generates: 'génère générer',
      Write: `crée créer ajoute ajouter modifie modifier enregistre enregistrer édite éditer écrit écrire renomme renommer
        déplace déplacer assigne sauvegarde sauvegarder met+jour mettre+jour`,
      Execute: `envoie envoyer exécute exécuter lance lancer démarre démarrer arrête arrêter redémarre redémarrer publie
        publier ouvre ouvrir déploie déployer`,
      Destructive: 'supprime supprimer efface effacer vide vider purger détruit détruire désinstalle désinstaller',
      Financial: `paie paye payer achète acheter vend vendre rembourse rembourser débite débiter transfère+argent
        transfère+fonds transfère+montant effectue+paiement effectue+virement`,
    },
    money: 'paiement argent facture factures fonds virement montant',
    every: 'tous toutes',
    object: ' la note de l’équipe',
  },
  {
    id: 'it',
    small: words(
      'il lo la gli le del della dei delle una un per con in di che al nel dall dell dal questo questa tutti e',
    ),
    joins: words('e o per poi permette'),
    verbAt: 'front',
    verbs: {
      Read: `ottiene ottenere cerca cercare elenca elencare mostra mostrare restituisce restituire legge leggere calcola
        calcolare recupera recuperare trova trovare analizza analizzare verifica verificare traduce tradurre`,
      generates: 'genera generare',
      Write: `crea creare aggiorna aggiornare aggiunge aggiungere modifica modificare salva salvare registra registrare scrive
        scrivere rinomina rinominare sposta spostare`,
      Execute:
        'invia inviare esegue eseguire avvia avviare ferma fermare arresta riavvia riavviare pubblica pubblicare apre',
      Destructive: 'elimina eliminare cancella cancellare rimuove rimuovere svuota svuotare',
      Financial: `paga pagare acquista acquistare compra comprare vende vendere rimborsa rimborsare addebita addebitare preleva
        effettua+pagamento effettua+bonifico trasferisce+denaro`,
    },
    money: 'pagamento denaro fattura fatture fondi bonifico importo',
    every: 'tutti tutte',
    object: ' la nota della squadra',
  },
  {
    id: 'de',
    small: words(
      'der das den dem des ein eine einer eines einen für und aus von zu auf im nach alle mit die oder über an',
    ),
    joins: words('und oder zum um zu'),
    verbAt: 'both',
    verbs: {
      Read: `holt holen ruft+ab abrufen liefert gibt+zurück zurückgeben zeigt anzeigen sucht suchen listet auflisten liest lesen
        berechnet berechnen prüft prüfen analysiert analysieren übersetzt übersetzen findet finden ermittelt ermitteln
        vergleicht vergleichen`,
      generates: 'generiert generieren erzeugt erzeugen',
      Write: `erstellt erstellen legt+an anlegen aktualisiert aktualisieren speichert speichern fügt+hinzu hinzufügen ändert
        ändern bearbeitet bearbeiten schreibt schreiben trägt+ein eintragen benennt+um umbenennen verschiebt verschieben`,
      Execute: `sendet senden schickt schicken versendet versenden führt+aus ausführen startet starten stoppt stoppen
        veröffentlicht veröffentlichen öffnet öffnen schaltet+ein schaltet+aus`,
      Destructive: `löscht löschen entfernt entfernen leert leeren vernichtet vernichten setzt+zurück zurücksetzen deinstalliert
        deinstallieren`,
      Financial: `überweist überweisen zahlt zahlen bezahlt bezahlen kauft kaufen verkauft verkaufen bucht+ab abbuchen erstattet
        erstatten bestellt bestellen`,
    },
    money: 'geld zahlung zahlungen rechnung rechnungen betrag überweisung',
    every: 'alle sämtliche',
    object: ' die Notiz des Teams',
  },
  {
    id: 'id',
    small: words('yang dari untuk dan ke dengan atau semua ini itu pada dalam secara'),
    joins: words('dan atau untuk lalu'),
    verbAt: 'front',
    verbs: {
      Read: `mengambil mendapatkan mencari menampilkan membaca menghitung memeriksa mengembalikan menganalisis
        menerjemahkan`,
      generates: 'menghasilkan',
      Write: 'membuat memperbarui menambahkan mengubah menyimpan mengedit menulis memindahkan',
      Execute: 'mengirim mengirimkan menjalankan memulai menghentikan mempublikasikan',
      Destructive: 'menghapus mengosongkan menghancurkan',
      Financial: 'membayar mentransfer membeli menjual menarik',
    },
    money: 'uang pembayaran faktur dana tagihan',
    every: 'semua',
    object: ' data dari pelanggan',
  },
  {
    id: 'tr',
    small: words('ve bir için bu ile olarak tüm veya göre olan'),
    joins: words('ve veya'),
    verbAt: 'end',
    verbs: {
      Read: 'getirir listeler gösterir göster döndürür hesaplar arar sorgular bulur okur döner çıkarır çevirir algılar seç arama+yapar araması+yapar tahmin+eder kontrol+eder analiz+eder',
      Write: `oluşturur ekler düzenler günceller kaydeder değiştirir ayarlar oluştur ekle güncelle kaydet taşır yazar aktarır kurar`,
      Execute: 'gönderir çalıştırır başlatır durdurur yayınlar',
      Destructive: 'siler kaldırır boşaltır',
      Financial: 'öder satar satın+alır transfer+eder iade+eder',
    },
    money: 'para ödeme fatura tutarı',
    every: 'tüm bütün',
    object: 'bir ekip için notu ',
  },
  {
    id: 'nl',
    small: words('het een voor met en van op uit naar alle de'),
    joins: words('en of om te'),
    verbAt: 'front',
    verbs: {
      Read: 'haalt+op zoekt toont leest berekent vergelijkt controleert',
      Write: 'maakt+aan voegt+toe wijzigt bewerkt bewaart slaat+op plant+in',
      Execute: 'verstuurt verzendt start stopt voert+uit publiceert',
      Destructive: 'verwijdert wist vernietigt',
      Financial: 'betaalt koopt verkoopt schrijft+af',
    },
    money: 'geld betaling factuur bedrag',
    every: 'alle',
    object: ' het bericht van een klant',
  },
  {
    id: 'pl',
    small: words('w z na do i dla oraz przez się ze wszystkie lub'),
    joins: words('i oraz lub aby'),
    verbAt: 'front',
    verbs: {
      Read: 'pobiera wyszukuje wyświetla zwraca odczytuje oblicza sprawdza porównuje',
      Write: 'tworzy dodaje aktualizuje zapisuje zmienia edytuje',
      Execute: 'wysyła uruchamia zatrzymuje publikuje',
      Destructive: 'usuwa kasuje czyści',
      Financial: 'płaci kupuje sprzedaje wykonuje+przelew',
    },
    money: 'pieniądze płatność fakturę przelew kwotę',
    every: 'wszystkie',
    object: ' dane klienta z bazy',
  },
  {
    id: 'sv',
    small: words('och att för med av från till ett den det alla på som en ett i efter'),
    joins: words('och eller för att'),
    verbAt: 'front',
    verbs: {
      Read: `hämta hämtar sök söker visa visar lista listar läs läser beräkna beräknar jämför filtrera filtrerar sammanfatta
        sammanfattar analysera analyserar returnerar`,
      Write: 'skapa skapar uppdatera uppdaterar ändra ändrar spara sparar redigera redigerar lägger+till lägg+till',
      Execute: 'skicka skickar kör startar stoppar publicera publicerar',
      Destructive: 'radera raderar tömmer tar+bort ta+bort',
      Financial: 'betala betalar köp köper säljer överför+pengar',
    },
    money: 'pengar betalning faktura belopp',
    every: 'alla',
    object: ' en rad för alla',
  },
  unread('da', 'og til af fra med et den det alle på som'),
  {
    id: 'vi',
    small: words('của và cho các từ một đến trên là với người'),
    joins: words('và hoặc để'),
    verbAt: 'front',
    verbs: {
      Read: 'lấy tìm+kiếm hiển+thị liệt+kê đọc',
      Write: 'tạo thêm cập+nhật sửa',
      Execute: 'gửi chạy khởi+động dừng',
      Destructive: 'xóa xoá',
      Financial: 'chuyển+tiền thanh+toán mua bán',
    },
    money: 'tiền',
    every: 'tất mọi',
    object: ' dữ liệu của khách',
  },
  unread('cs', 'v na pro do z všechny se nebo je'),
  unread('ro', 'și din pentru cu la de un o sau toate'),
  unread('hu', 'az és egy a vagy összes'),
  unread('fi', 'ja tai kaikki on sekä'),
];

/** Small words of English. */
export const ENGLISH: ReadonlySet<string> = words(
  `the of to for from with by an a is are this that your and or which when not using into given based it be can will in on as
  at no you if has have was do all its their via per`,
);
