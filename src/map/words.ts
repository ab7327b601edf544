import type { Lang } from '../core/types';

/** The few words on the map itself. */
interface MapWords {
  zoomIn: string;
  zoomOut: string;
  home: string;
  northUp: string;
  scale: string;
  coordinates: string;
  sources: string;
  pointOfView: string;
}

export const MAP_WORDS: Record<Lang, MapWords> = {
  en: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    home: 'The whole of North Asia',
    northUp: 'North up',
    scale: 'Scale at the centre of the map',
    coordinates: 'Coordinates; press to change the notation',
    sources: 'Sources of the map',
    pointOfView: 'Boundaries as they are de facto, after Natural Earth.',
  },
  zh: {
    zoomIn: '放大',
    zoomOut: '缩小',
    home: '北亚全图',
    northUp: '北向朝上',
    scale: '地图中心处的比例尺',
    coordinates: '坐标；点击切换格式',
    sources: '地图数据来源',
    pointOfView: '边界依Natural Earth的实际控制线绘制。',
  },
  ru: {
    zoomIn: 'Приблизить',
    zoomOut: 'Отдалить',
    home: 'Вся Северная Азия',
    northUp: 'Север вверху',
    scale: 'Масштаб в центре карты',
    coordinates: 'Координаты; нажмите, чтобы сменить запись',
    sources: 'Источники карты',
    pointOfView: 'Границы показаны де-факто, по данным Natural Earth.',
  },
  mn: {
    zoomIn: 'Ойртуулах',
    zoomOut: 'Холдуулах',
    home: 'Умард Ази бүхэлдээ',
    northUp: 'Хойд зүг дээшээ',
    scale: 'Газрын зургийн төв дэх масштаб',
    coordinates: 'Солбицол; бичлэгийг солихын тулд дарна уу',
    sources: 'Газрын зургийн эх сурвалж',
    pointOfView: 'Хилийг Natural Earth-ийн бодит байдлаар дүрслэв.',
  },
};
