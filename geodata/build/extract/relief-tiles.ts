import type { SourceFile } from './packages';

/**
 * Marble's relief tiles that cover 0 eastward to 157.5 W, 22.5 to 90 N: each 22.5 degrees wide and
 * high, 675 pixels a side. Row 0 begins at the pole, column 0 at 180 W.
 */
export interface ReliefTile {
  row: number;
  column: number;
  source: SourceFile;
}

const HASHES: [row: number, column: number, sha256: string][] = [
  [0, 8, 'ba7879cf637f4c048517b6bfbad02b033ac5191e090448febce740301a491444'],
  [0, 9, '4a4a211b71af803b72b7c2a59534f57e011af8df40fb80eb5e04b29444bec566'],
  [0, 10, 'd205c0a8a9283eee70228c0e6a4d3e5fe2961df79a8447ecb16cb203f05e5f06'],
  [0, 11, 'fdf714f3b3d5eef2024bc41a70f637c8a72e2ece10285e66ca504e6425340662'],
  [0, 12, 'bd0b847173f868f9ed39a79a710dbaaa372a00f9088b665ceea1d1a71988f693'],
  [0, 13, 'e57c67d75825e54ce05844042e232d04424ad7796c713b63080ed246e551e9e4'],
  [0, 14, '26f933b72564812bcd3913f2b63f8e4e47bba4c631e1295261a44c00ef6704e5'],
  [0, 15, '4cfe7790a4b2d7b5698a6953d63ac135df90e6d255c930d52caf95d8ad2af369'],
  [0, 0, 'd314596236fee25830643db1f5157db078fd57217652abb4c10940a15944aee3'],
  [1, 8, 'f5e56607331e6c416f81e09d321e69e010c9c467b296d19c78d54ed40c5d31d6'],
  [1, 9, 'd70c1de66c15180b65a6211c7fa1f3393292b7742387679db89993bd44eac25c'],
  [1, 10, '19fcecb34194cbc65f5e9a4dfdaf348f71392cf57296cfe75b1f140c6a593bca'],
  [1, 11, '95ea7a9ec1acc9830b2fb3bd0d82b2180762654848a63fa39b72a8ddb47164d2'],
  [1, 12, '96efe860cf5aa40d03bfb9793fc4b4df262e4e6428938d7c9099ec0a9cc2b9f7'],
  [1, 13, '12ae85c58d21216e014dd7937410b111f44eef5fefb16c709d6521513fecbc68'],
  [1, 14, '2c320db40948c9f6c932489148b2d97a3b3fa3b7a649cf0cf4ab2ae1fa0648b6'],
  [1, 15, '37d1c0a37a765043cfcda0c7e1b5be99d74fbc5cf18922d68b95df3aa41a3dc0'],
  [1, 0, 'debaf3a3c984af5b2b0634be3085a6cb2659ed97e70f85f9a7ab6635a5ca2d51'],
  [2, 8, 'eb29edce10c1d3e625fc89857a03fcd6eb8dcf8aee20c442aa157c7fb303f472'],
  [2, 9, '24dae6526d15b90ce44452d972c5bdf361a46fb4ba6f2de10be9611a0214550a'],
  [2, 10, 'a7ecf9b06e9ba38f215d0cd335662ee8d83015f94606b2a24733e51148f1354e'],
  [2, 11, '7824bde32f0d6518a1120f5c446817d897a0eff19feafbd4785d3c2dc3ebe793'],
  [2, 12, '9d8417e9df16c00ad2ee760df82d109d41b36827de6653811c05c42bc1e3a36f'],
  [2, 13, '4202e7834558b6e9d0ec23c4fe7fe007df75970d85e11c1a3d397e1b3cf79279'],
  [2, 14, 'c622de68ea1e40012ff2ec4059c38ff9680e5803a27901f63771d819903d225d'],
  [2, 15, 'fc4395ebbe6f7b1f9ba19d751563c981066d2dcee64e935cd3229a07bdd59b3a'],
  [2, 0, '24e33a81bf8a1ab0ff47010b5a6cc83b949c3b69532f51b6e044468fa69a5bb5'],
];

const six = (value: number): string => String(value).padStart(6, '0');

export const RELIEF_TILES: ReliefTile[] = HASHES.map(([row, column, sha256]) => ({
  row,
  column,
  source: {
    registry: 'debian',
    package: 'marble-qt-data',
    version: '4:22.12.3-1',
    file: `usr/share/marble/data/maps/earth/srtm/3/${six(row)}/${six(row)}_${six(column)}.jpg`,
    sha256,
  },
}));
