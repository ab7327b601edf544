// src/core/geo/planar.ts
var e = 6371007.181, t = Math.PI / 180;
function n(n) {
	let { forward: i, inverse: a } = r(n);
	return {
		forward([r, a]) {
			let [o, c] = i(s(r - n.lng0) * t, a * t);
			return [o * e, c * e];
		},
		inverse([r, i]) {
			let [o, c] = a(r / e, i / e);
			return !Number.isFinite(o) || !Number.isFinite(c) || Math.abs(o) > Math.PI ? null : [s(o / t + n.lng0), c / t];
		}
	};
}
function r({ kind: e, lat0: n, parallels: r }) {
	return e === "polar-azimuthal" ? {
		forward: a,
		inverse: o
	} : i(n * t, r[0] * t, r[1] * t);
}
function i(e, t, n) {
	let r = (Math.sin(t) + Math.sin(n)) / 2, i = Math.cos(t) ** 2 + 2 * r * Math.sin(t), a = (e) => Math.sqrt(i - 2 * r * Math.sin(e)) / r, o = a(e);
	return {
		forward(e, t) {
			let n = a(t);
			return [n * Math.sin(r * e), o - n * Math.cos(r * e)];
		},
		inverse(e, t) {
			let n = Math.hypot(e, o - t);
			return [Math.atan2(e, o - t) / r, Math.asin((i - (n * r) ** 2) / (2 * r))];
		}
	};
}
function a(e, t) {
	let n = 2 * Math.sin((Math.PI / 2 - t) / 2);
	return [n * Math.sin(e), -n * Math.cos(e)];
}
function o(e, t) {
	let n = Math.hypot(e, t);
	return [n === 0 ? 0 : Math.atan2(e, -t), Math.PI / 2 - 2 * Math.asin(n / 2)];
}
var s = (e) => ((e + 180) % 360 + 360) % 360 - 180;
// src/map/projection-worker.ts
self.setProjectionHandler((e) => n(JSON.parse(e)));
