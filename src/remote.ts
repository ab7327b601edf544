import { mount } from 'svelte';
import RemoteApp from './panels/remote/RemoteApp.svelte';
import './app.css';

mount(RemoteApp, { target: document.getElementById('app')! });
