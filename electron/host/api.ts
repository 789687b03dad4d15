/// <reference types="electron" />
export {}
