export * from './feedback.schema';
export * from './comments.schema';
