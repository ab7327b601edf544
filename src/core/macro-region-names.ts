import type { FullName, MacroRegion } from './types';

/** What answers call the macro-regions; the page's messages say the same. */
export const MACRO_REGION_NAMES: Readonly<Record<MacroRegion, FullName>> = {
  'northeast-china': {
    en: 'Northeast China',
    zh: '中国东北',
    ru: 'Северо-Восточный Китай',
    mn: 'Зүүн хойд Хятад',
  },
  'north-china': {
    en: 'North China (Inner Mongolia)',
    zh: '华北（内蒙古）',
    ru: 'Северный Китай (Внутренняя Монголия)',
    mn: 'Хойд Хятад (Өвөр Монгол)',
  },
  'northwest-china': {
    en: 'Northwest China (Xinjiang)',
    zh: '西北（新疆）',
    ru: 'Северо-Западный Китай (Синьцзян)',
    mn: 'Баруун хойд Хятад (Шинжаан)',
  },
  siberia: {
    en: 'Siberia',
    zh: '西伯利亚',
    ru: 'Сибирь',
    mn: 'Сибирь',
  },
  'russian-far-east': {
    en: 'Russian Far East',
    zh: '俄罗斯远东',
    ru: 'Дальний Восток России',
    mn: 'Оросын Алс Дорнод',
  },
  mongolia: {
    en: 'Mongolia',
    zh: '蒙古国',
    ru: 'Монголия',
    mn: 'Монгол Улс',
  },
};
