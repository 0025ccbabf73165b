import type { Category } from '../../risk/category.ts';
import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { phraseReading, type Reading } from './reading.ts';

/** First words of descriptions in other languages, with the category that they mean. */
const FOREIGN: readonly (readonly [RegExp, Category, string])[] = [
  [/(?:getirir|listeler|gösterir|göster|döndürür|hesaplar|arar|sorgular|bulur)\.?$/, 'Read', 'returns information'],
  [
    /(?:oluşturur|ekler|düzenler|günceller|kaydeder|değiştirir|oluştur|ekle|güncelle)\.?$/,
    'Write',
    'creates or changes something',
  ],
  [/(?:siler|kaldırır)\.?$/, 'Destructive', 'removes something for good'],
  [
    /^(?:obtiene|obtener|buscar?|busca|lista[r]?|consulta[r]?|recupera[r]?|muestra|mostrar|obt[ée]m|obter|retorna|verifica[r]?|calcula[r]?|analiza[r]?|analisa[r]?|devuelve|récupère|obtenir|rechercher?|liste[rn]?|affiche|hole?|holt|sucht?|zeigt?|berechnet?)\b/,
    'Read',
    'returns information',
  ],
  [
    /^(?:crear?|criar?|cria|crea|actualizar?|atualizar?|atualiza|actualiza|agregar?|agrega|adiciona[r]?|modifica[r]?|guarda[r]?|salva[r]?|créer?|ajoute[r]?|erstellt?|aktualisiert?|reactivar|editar?)\b/,
    'Write',
    'creates or changes something',
  ],
  [
    /^(?:eliminar?|elimina|excluir?|exclui|apaga[r]?|borrar?|deletar?|supprime[r]?|löscht?)\b/,
    'Destructive',
    'removes something for good',
  ],
  [
    /^(?:enviar?|envia|envía|manda[r]?|ejecuta[r]?|executa[r]?|envoye[r]?|exécute[r]?|sendet)\b/,
    'Execute',
    'sends or runs something',
  ],
  [
    /^[^。.\n]{0,12}?(?:获取|查询|搜索|检索|列出|返回|查看|读取|分析|计算|检查|查找|取得|獲取|查詢|搜尋|조회|검색|가져|분석|확인|取得し|検索|一覧)/u,
    'Read',
    'returns information',
  ],
  [/^[^。.\n]{0,12}?(?:删除|刪除|삭제|削除|移除)/u, 'Destructive', 'removes something for good'],
  [
    /^[^。.\n]{0,12}?(?:发送|推送|执行|运行|發送|執行|启动|停止|打开|点击|생성형|실행|전송|보내|送信|実行)/u,
    'Execute',
    'sends or runs something',
  ],
  [
    /^[^。.\n]{0,12}?(?:创建|更新|修改|添加|新增|设置|保存|编辑|写入|上传|建立|생성|수정|추가|등록|저장|作成|追加)/u,
    'Write',
    'creates or changes something',
  ],
];

/** What a description in another language begins with. */
export function foreignReading(facts: ToolFacts): Reading | undefined {
  const sentence = facts.description.sentences[0];
  if (sentence === undefined) return undefined;
  const lower = sentence.text.slice(0, 160).toLowerCase();
  for (const [pattern, category, says] of FOREIGN) {
    const match = pattern.exec(lower);
    if (match === null) continue;
    return phraseReading('foreign', category, says, shortQuote(sentence.text, 0, Math.max(match[0].length, 12)), true);
  }
  return undefined;
}

/** What an example of each row looks like. */
export const FOREIGN_EXAMPLES: readonly ExampleTable[] = FOREIGN.map(([pattern, category], index) =>
  patternTable(`foreign.${index + 1}`, pattern, {
    gives: category,
    example: (text) => ({
      name: 'rose',
      description: text,
      // A reading that nobody is sure of gives way to what the server says.
      ...(category === 'Read' ? { annotations: { readOnlyHint: false } } : {}),
    }),
  }),
);
