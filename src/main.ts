import { mount } from 'svelte';
import App from './App.svelte';
import { TAKEN } from './formats/asset';
import { addTakenFonts } from './map/taken-fonts';
import './app.css';

if (TAKEN) addTakenFonts();
mount(App, { target: document.getElementById('app')! });
